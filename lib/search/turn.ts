import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

/** One number for "somebody brings the index into order" (db/migrate.ts and lib/jobs/cursors.ts have theirs). */
const lockKey = 4_150_003;
const askAgainMs = 1_000;

/** Says that nobody else in the installation builds the index or compares it with what is public. */
export type Turn = {
  /** Asks Postgres whether the turn is still ours. @throws TurnLost */
  check(): Promise<void>;
};

/** Its connection broke: by now the turn may be another process's. */
export class TurnLost extends Error {
  override name = "TurnLost";
}

/**
 * Does the work while nobody else has the index in hand. Two rebuilds at once would fill and drop the same index beside the
 * live one, and swap in half of it.
 * @returns "taken" at once where somebody else is at it
 */
export async function inTurn<T>(work: (turn: Turn) => Promise<T>): Promise<T | "taken"> {
  const connectionString = process.env.DATABASE_URL;
  if (!connectionString) throw new Error("DATABASE_URL is not set");
  // A session of its own: the lock ends with it, also when this process is killed.
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000, query_timeout: 10_000, keepAlive: true });
  client.on("error", () => undefined); // the next check reports the fault
  await client.connect();
  try {
    const { rows } = await client.query<{ mine: boolean }>("select pg_try_advisory_lock($1) as mine", [lockKey]);
    if (!rows[0]?.mine) return "taken";
    return await work({
      async check() {
        await client.query("select 1").catch((cause: unknown) => { throw new TurnLost("the connection that kept others away from the search index broke", { cause }); });
      },
    });
  } finally {
    await client.query("select pg_advisory_unlock_all()").catch(() => undefined);
    await client.end().catch(() => undefined);
  }
}

/** The same for somebody who can wait: a person at a terminal. @param told once, if there is something to wait for */
export async function awaitTurn<T>(work: (turn: Turn) => Promise<T>, told: () => void = () => undefined): Promise<T> {
  for (let first = true; ; first = false) {
    const done = await inTurn(work);
    if (done !== "taken") return done;
    if (first) told();
    await pause(askAgainMs);
  }
}
