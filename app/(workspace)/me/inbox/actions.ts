"use server";

import { revalidatePath } from "next/cache";
import { requirePerson } from "@/app/_server/actor";
import { clock } from "@/lib/core/clock";
import { markRead } from "@/lib/notifications/queries";

/** `until`: the last that had come when the page was drawn. */
export async function markAllRead(form: FormData): Promise<void> {
  await markRead(await requirePerson(), clock.now(), { until: String(form.get("until")) });
  revalidatePath("/me/inbox");
}

/** What was told of one thing. */
export async function markThreadRead(form: FormData): Promise<void> {
  await markRead(await requirePerson(), clock.now(), { about: { kind: String(form.get("kind")), id: String(form.get("id")) }, until: String(form.get("until")) });
  revalidatePath("/me/inbox");
}
