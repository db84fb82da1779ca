import { existsSync } from "node:fs";
import path from "node:path";
import { closeDb } from "@/db/client";
import { migrate } from "@/db/migrate";
import { env } from "@/lib/core/env";
import { reindex } from "@/lib/search/reindex";
import { awaitTurn } from "@/lib/search/turn";
import { loadDatabase, loadFiles, verifyBackup } from "@/bin/backup/load-backup";
import { readManifest } from "@/bin/backup/manifest";
import { writeBackup } from "@/bin/backup/write-backup";
import { withClient } from "@/bin/services/databases";
import { complain, progressLine, say } from "@/bin/services/progress";
import { withServices } from "@/bin/services/with-services";

/**
 * `npm run restore -- FOLDER`: puts a backup in the place of what is there, rebuilds the search and proves the counts.
 * What was there is backed up first, so a restore of the wrong folder can be undone by another one.
 */
const named = process.argv[2];
if (!named) {
  complain("From where? npm run restore -- FOLDER");
  process.exit(2);
}
const folder = path.resolve(process.env.INIT_CWD ?? process.cwd(), named);

await withServices(async ({ ownerUrl, running }) => {
  if (running) throw new Error("The site is running on this data. Stop it first, then restore.");
  const manifest = readManifest(folder);
  say(`Backup of ${manifest.madeAt}`);
  await verifyBackup(folder, manifest);
  await migrate(ownerUrl);
  const held = await withClient(ownerUrl, async (client) => (await client.query<{ n: number }>("select count(*)::int as n from events")).rows[0]?.n ?? 0);
  if (held > 0) {
    const aside = path.join(env().varDir, "before-restore", new Date().toISOString().replaceAll(":", "-"));
    say(`What is there now goes to ${aside}`);
    await writeBackup(aside, ownerUrl, env().filesDir);
  }
  await closeDb();
  await loadDatabase(folder, manifest, ownerUrl);
  const written = await loadFiles(folder, manifest, env().filesDir);
  const missing = manifest.files.filter((file) => !existsSync(path.join(env().filesDir, file.path))).length;
  say(`files: ${manifest.files.length} in the backup, ${written} written, ${missing} missing`);

  const visible = await withClient(ownerUrl, async (client) => (await client.query<{ n: number }>("select count(*)::int as n from public_listings")).rows[0]?.n ?? 0);
  if (env().meiliUrl) {
    const line = progressLine("search");
    const indexed = await awaitTurn((turn) => reindex(turn, (done) => line.update("records", done, Math.max(visible, 1))), () => say("The search index is being brought into order already; waiting for that …"));
    line.done(`${indexed} records in the index, ${visible} public records in the database`);
    if (indexed !== visible) throw new Error("The index does not hold what the database shows. Run: npm run search:reindex");
  } else say(`search: no Meilisearch here; ${visible} public records are searched in Postgres`);
  if (missing > 0) throw new Error(`${missing} files are missing.`);
  say("Restored.");
});
