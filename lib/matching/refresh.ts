import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { liveEngine } from "@/lib/engine/live";
import type { SearchEngine } from "@/lib/engine/port";
import { noteFinds } from "./news";
import { rematchListing } from "./rematch";

/**
 * Nightly: what time changed (deadlines, statistics of the whole market). One record a transaction, so that it can be
 * interrupted. Among pairs that nobody has seen yet it finds news.
 */
export async function refreshMatches(engine: SearchEngine | null = liveEngine()): Promise<number> {
  if (!engine) return 0;
  const { rows } = await db().execute<{ id: string }>(sql`select id from public_listings order by kind, id`);
  for (const { id } of rows) await db().transaction(async (tx) => noteFinds(tx, await rematchListing(tx, engine, id)));
  return rows.length;
}
