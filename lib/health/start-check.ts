import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { env, productionRefusals } from "@/lib/core/env";
import { log } from "@/lib/core/log";
import { durabilitySettings, isDurable } from "./durability";

/**
 * Why this process must not serve in production (domain.md A12); empty when it may, and always empty locally.
 * @throws whatever the database says while it cannot be asked; `untilAsked` waits for it
 */
export async function startRefusals(): Promise<string[]> {
  if (env().appEnv !== "production") return [];
  const refusals = productionRefusals(env());
  if (refusals.length > 0) return refusals;
  return [
    ...(await unsafeSettings()).map(({ name, setting }) => `The database runs with ${name}=${setting}: acknowledged work could be lost. Set it to on.`),
    ...((await holdsDemoWorld()) ? ["This database holds the demo world: its accounts have a published password. Use another database."] : []),
  ];
}

/** The same, once the database has answered: one that is away at the start may come back, and until then nobody knows whether this process may serve. */
export async function untilAsked(betweenMs = 2_000): Promise<string[]> {
  for (let told = false; ; told = true) {
    try {
      return await startRefusals();
    } catch (error) {
      if (!told) log.warn({ err: error }, "the database cannot be asked whether it is safe to serve from; nothing is served until it can");
      await pause(betweenMs);
    }
  }
}

/** As this process's own sessions have them: a role or an address may carry a setting of its own. */
async function unsafeSettings(): Promise<{ name: string; setting: string }[]> {
  const { rows } = await db().execute<{ name: string; setting: string }>(sql`select name, setting from pg_settings where name in (${sql.join(durabilitySettings.map((name) => sql`${name}`), sql`, `)}) order by name`);
  return rows.filter(({ name, setting }) => !isDurable(name, setting));
}

async function holdsDemoWorld(): Promise<boolean> {
  try {
    const { rows } = await db().execute<{ demo: boolean }>(sql`select exists (select from users where demo) or exists (select from organisations where demo) as demo`);
    return rows[0]?.demo ?? false;
  } catch (error) {
    // Before the first migration there is no table, and no world in it.
    if ((error as { cause?: { code?: string } }).cause?.code === "42P01") return false;
    throw error;
  }
}
