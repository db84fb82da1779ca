import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { savedSearches, users } from "@/db/schema";
import { userIdOf, type Actor } from "@/lib/core/actor";
import { LimitReached, NotFound } from "@/lib/core/errors";
import { isId } from "@/lib/core/id";
import { searchesPerPerson } from "./states";

export type SearchRow = typeof savedSearches.$inferSelect;

/** One of the person's own searches, removed ones included. @throws NotFound for everybody else */
export async function getOwnSearch(tx: Tx, actor: Actor, input: { searchId: string }): Promise<SearchRow> {
  const userId = userIdOf(actor);
  const [search] = userId && isId(input.searchId) ? await tx.select().from(savedSearches).where(and(eq(savedSearches.id, input.searchId), eq(savedSearches.userId, userId))) : [];
  if (!search) throw new NotFound();
  return search;
}

/** The person's row is the lock under which their searches are counted. @throws LimitReached */
export async function assertRoomForSearch(tx: Tx, userId: string): Promise<void> {
  await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for("update");
  const kept = await tx.$count(savedSearches, and(eq(savedSearches.userId, userId), isNull(savedSearches.removedAt)));
  if (kept >= searchesPerPerson) throw new LimitReached("too_many_searches", { max: searchesPerPerson });
}
