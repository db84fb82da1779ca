import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { liveEngine } from "@/lib/engine/live";
import { rematchListing } from "./rematch";

/** Nightly: what time changed (deadlines, statistics of the whole market). One record a transaction, so that it can be interrupted. */
export async function refreshMatches(): Promise<number> {
  const engine = liveEngine();
  if (!engine) return 0;
  const { rows } = await db().execute<{ id: string }>(sql`select id from public_listings order by kind, id`);
  for (const { id } of rows) await db().transaction((tx) => rematchListing(tx, engine, id));
  return rows.length;
}
