"use server";

import { revalidatePath } from "next/cache";
import { requirePerson } from "@/app/_server/actor";
import { clock } from "@/lib/core/clock";
import { markAllRead } from "@/lib/notifications/queries";

export async function markRead(): Promise<void> {
  await markAllRead(await requirePerson(), clock.now());
  revalidatePath("/me/inbox");
}
