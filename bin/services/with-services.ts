import path from "node:path";
import { closeDb } from "@/db/client";
import { env } from "@/lib/core/env";
import { startMeilisearch } from "@/bin/services/meilisearch";
import { loadDotEnv, varDir } from "@/bin/services/paths";
import { startPostgres } from "@/bin/services/postgres";
import { complain, reasonOf } from "@/bin/services/progress";
import { leaveFolder, type RunFile, runningStart, takeFolder } from "@/bin/services/run-file";
import { localAuthSecret } from "@/bin/services/secrets";

/** Whether the site runs on the same data while the command works. */
export type Services = { ownerUrl: string; running: boolean };

/**
 * Runs a command's work with database and search at hand: those of the environment, those of a running `npm start`,
 * or the local ones, started for the moment. Ends the process with 1 and a sentence when the work fails.
 */
export async function withServices(work: (services: Services) => Promise<void>): Promise<void> {
  const closing: (() => Promise<void> | void)[] = [() => closeDb()];
  try {
    loadDotEnv();
    const dir = varDir();
    process.env.VAR_DIR = dir;
    process.env.FILES_DIR = env().filesDir;
    const running = runningStart(dir);
    if (running) useServersOf(running);
    else if (!env().databaseUrl && env().appEnv === "local") {
      await takeFolder(dir);
      closing.push(() => leaveFolder(dir));
      const postgres = await startPostgres({ dataDir: path.join(dir, "postgres"), log: () => undefined });
      closing.push(() => postgres.stop());
      process.env.DATABASE_URL = postgres.appUrl;
      process.env.DATABASE_OWNER_URL = postgres.ownerUrl;
      const meilisearch = env().meiliUrl ? null : await startMeilisearch({ dataDir: path.join(dir, "meilisearch"), log: () => undefined });
      if (meilisearch) {
        closing.push(() => meilisearch.stop());
        process.env.MEILI_URL = meilisearch.url;
        process.env.MEILI_KEY = meilisearch.key;
      }
    }
    if (env().appEnv === "local" && !env().authSecret) process.env.NEXTAUTH_SECRET = localAuthSecret(dir);
    const ownerUrl = env().databaseOwnerUrl;
    if (!env().databaseUrl || !ownerUrl) throw new Error("DATABASE_URL and DATABASE_OWNER_URL must both be set.");
    await work({ ownerUrl, running: running !== undefined });
  } catch (error) {
    complain(reasonOf(error));
    process.exitCode = 1;
  } finally {
    // The database last: everything else was opened after it.
    await closing.shift()?.();
    for (const close of closing.reverse()) await close();
  }
}

/** The local servers of a running start, where the environment names none. It may have none of its own, or no search. */
export function useServersOf(running: Pick<RunFile, "databaseUrl" | "databaseOwnerUrl" | "meiliUrl" | "meiliKey">): void {
  const { databaseUrl, databaseOwnerUrl, meiliUrl, meiliKey } = running;
  for (const [name, value] of Object.entries({ DATABASE_URL: databaseUrl, DATABASE_OWNER_URL: databaseOwnerUrl, MEILI_URL: meiliUrl, MEILI_KEY: meiliKey })) {
    // Assigned to the environment, undefined becomes the word.
    if (value !== undefined) process.env[name] ||= value;
  }
}
