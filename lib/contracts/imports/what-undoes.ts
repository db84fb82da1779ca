import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { contracts, registrations } from "@/db/schema";
import type { Actor } from "@/lib/core/actor";
import { getImportFor } from "./queries";
import { undoneStatuses } from "./undo";

/** What taking the whole import back would do now: to how many contracts, and how many stay as they are because they were cancelled, or gave way to another record of their number. */
export async function whatUndoes(actor: Actor, importId: string): Promise<{ contracts: number; cancelled: number; joined: number }> {
  await getImportFor(db(), actor, importId);
  const rows = await db().select({ status: registrations.status, n: sql<number>`count(*)`.mapWith(Number) }).from(registrations)
    .innerJoin(contracts, eq(contracts.id, registrations.contractId)).where(eq(contracts.importId, importId)).groupBy(registrations.status);
  const count = (which: (status: (typeof rows)[number]["status"]) => boolean) => rows.reduce((sum, { status, n }) => sum + (which(status) ? n : 0), 0);
  return { contracts: count((status) => undoneStatuses.includes(status)), cancelled: count((status) => status === "cancelled"), joined: count((status) => status === "undone") };
}
