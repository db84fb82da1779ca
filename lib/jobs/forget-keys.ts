import { lt } from "drizzle-orm";
import { db } from "@/db/client";
import { commandKeys } from "@/db/schema";

/** Idempotency keys live 24 hours; after that a repeat is a new act. */
export async function forgetOldKeys(now: Date): Promise<void> {
  await db().delete(commandKeys).where(lt(commandKeys.at, new Date(now.getTime() - 24 * 3_600_000)));
}
