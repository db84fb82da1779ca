import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { env, productionRefusals } from "@/lib/core/env";
import { durabilitySettings, isDurable } from "./durability";

/**
 * Why this process must not serve in production (domain.md A12); empty when it may, and always empty locally.
 * A database that does not answer is no reason: it may come back, and readiness says so meanwhile.
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

/** As this process's own sessions have them: a role or an address may carry a setting of its own. */
async function unsafeSettings(): Promise<{ name: string; setting: string }[]> {
  try {
    const { rows } = await db().execute<{ name: string; setting: string }>(sql`select name, setting from pg_settings where name in (${sql.join(durabilitySettings.map((name) => sql`${name}`), sql`, `)}) order by name`);
    return rows.filter(({ name, setting }) => !isDurable(name, setting));
  } catch {
    return [];
  }
}

async function holdsDemoWorld(): Promise<boolean> {
  try {
    const { rows } = await db().execute<{ demo: boolean }>(sql`select exists (select from users where demo) or exists (select from organisations where demo) as demo`);
    return rows[0]?.demo ?? false;
  } catch {
    return false;
  }
}
