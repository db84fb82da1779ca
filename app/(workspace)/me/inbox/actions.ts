"use server";

import { revalidatePath } from "next/cache";
import { requirePerson } from "@/app/_server/actor";
import { clock } from "@/lib/core/clock";
import { markRead } from "@/lib/notifications/queries";

export async function markAllRead(): Promise<void> {
  await markRead(await requirePerson(), clock.now());
  revalidatePath("/me/inbox");
}

/** What was told of one thing. */
export async function markThreadRead(form: FormData): Promise<void> {
  await markRead(await requirePerson(), clock.now(), { kind: String(form.get("kind")), id: String(form.get("id")) });
  revalidatePath("/me/inbox");
}
