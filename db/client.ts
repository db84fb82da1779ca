import { createHash } from "node:crypto";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";

// Counts and sums of bigint come back as text otherwise; every value we store is inside the safe integers (checks).
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => Number(text));

export type Database = NodePgDatabase<Record<string, never>>;
export type Tx = Parameters<Parameters<Database["transaction"]>[0]>[0];
/** What a read may run on: the pool, or the transaction of an act that needs the same view. */
export type Reader = Database | Tx;

/** Texts that were asked, with the name that the next asking goes by. Lists of changing length make a new text each, and each plan takes room on each connection. */
const asked = new Map<string, string>();
const MOST_REMEMBERED = 500;

/**
 * A reading question that comes again gets a name: Postgres then plans it once a connection, not every time. For the views that
 * the public reads through, planning takes longer than answering (docs/decisions/0058-questions-with-names.md).
 */
function named(question: unknown): unknown {
  if (typeof question !== "object" || question === null) return question;
  const { text, name } = question as pg.QueryConfig;
  if (name || typeof text !== "string" || !/^[\s(]*(select|with)\b/i.test(text)) return question;
  const known = asked.get(text);
  if (known !== undefined) return { ...question, name: known };
  if (asked.size < MOST_REMEMBERED) asked.set(text, createHash("sha1").update(text).digest("base64"));
  return question;
}

let pool: pg.Pool | undefined;
let database: Database | undefined;

/**
 * A client-side timeout stands beside the server's: on a silent partition only the client can notice (reliability.md 0.4).
 */
export function createPool(url: string, max = 10): pg.Pool {
  const made = new pg.Pool({
    connectionString: url,
    max,
    query_timeout: 60_000,
    statement_timeout: 55_000,
    connectionTimeoutMillis: 10_000,
    // What a connection has planned goes with it.
    idleTimeoutMillis: 300_000,
    keepAlive: true,
  });
  // An idle connection that breaks must not end the process; the next query reports the fault.
  made.on("error", () => undefined);
  // Nor must one that breaks while an act holds it, between two of its statements: its next statement reports the fault.
  made.on("connect", (client) => {
    client.on("error", () => undefined);
    const ask = client.query.bind(client) as (question: unknown, ...rest: unknown[]) => unknown;
    client.query = ((question: unknown, ...rest: unknown[]) => ask(named(question), ...rest)) as typeof client.query;
  });
  return made;
}

export function appPool(): pg.Pool {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set");
  pool ??= createPool(url);
  return pool;
}

export function db(): Database {
  database ??= drizzle(appPool(), { casing: "snake_case" });
  return database;
}

export async function closeDb(): Promise<void> {
  const closing = pool;
  pool = undefined;
  database = undefined;
  await closing?.end();
}
