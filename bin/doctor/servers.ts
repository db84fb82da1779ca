import type pg from "pg";
import { pendingMigrations } from "@/db/migrate";
import { type Finding, note, ok, wrong } from "@/bin/doctor/finding";
import { withClient } from "@/bin/services/databases";
import type { RunFile } from "@/bin/services/run-file";
import { durabilitySettings, isDurable } from "@/lib/health/durability";

const appendOnly = ["events", "event_subjects", "ledger_entries"];

export async function checkDatabase(running: RunFile | undefined): Promise<Finding[]> {
  const url = process.env.DATABASE_URL || running?.databaseUrl;
  const ownerUrl = process.env.DATABASE_OWNER_URL || running?.databaseOwnerUrl;
  if (!url) return [note("database: not running, not looked at", "npm start, then npm run doctor in another terminal.")];
  try {
    const findings = await withClient(url, async (client) => [...(await checkServer(client)), ...(await checkRuntimeRole(client)), ...(await checkSchema(client))]);
    if (ownerUrl) findings.push(await withClient(ownerUrl, async () => ok("database: the owning role can sign in")));
    return findings;
  } catch (error) {
    return [wrong(`database: ${error instanceof Error ? error.message : String(error)}`, "Is the server up, and are DATABASE_URL and DATABASE_OWNER_URL right?")];
  }
}

async function checkServer(client: pg.Client): Promise<Finding[]> {
  const settings = new Map((await client.query<{ name: string; setting: string }>(
    "select name, setting from pg_settings where name = any ($1)", [["server_version", "server_version_num", ...durabilitySettings]],
  )).rows.map((row) => [row.name, row.setting]));
  const findings = [Number(settings.get("server_version_num")) >= 150_000 ? ok(`Postgres ${settings.get("server_version")}`) : wrong(`Postgres ${settings.get("server_version")} is too old`, "Use Postgres 15 or newer; 18 is what we test with.")];
  for (const name of durabilitySettings) {
    const value = settings.get(name);
    findings.push(isDurable(name, value) ? ok(`database: ${name} = ${value}`) : wrong(`database: ${name} = ${value}; acknowledged work could be lost`, `alter system set ${name} = on; then reload the server.`));
  }
  const { rows: [locale] } = await client.query<{ ctype: string; encoding: string; extended: boolean }>(
    "select datctype as ctype, pg_encoding_to_char(encoding) as encoding, to_regproc('show_trgm') is not null as extended from pg_database where datname = current_database()",
  );
  findings.push(locale?.encoding === "UTF8" ? ok("database: encoding UTF8") : wrong(`database: encoding ${locale?.encoding}`, "Create the database with --encoding=UTF8."));
  // Before the first migration there is nothing to try it with; then only these two are known to fail.
  const compares = locale?.extended ? Boolean((await client.query<{ n: number | null }>("select array_length(show_trgm('技术'), 1) as n")).rows[0]?.n) : !["C", "POSIX"].includes(locale?.ctype ?? "C");
  findings.push(compares ? ok(`database: compares Chinese text (LC_CTYPE ${locale?.ctype})`) : wrong(`database: cannot compare Chinese text (LC_CTYPE ${locale?.ctype})`, "Create the cluster with --lc-ctype=C.UTF-8 and restore a backup into it."));
  return findings;
}

async function checkRuntimeRole(client: pg.Client): Promise<Finding[]> {
  const { rows: [role] } = await client.query<{ name: string; super: boolean; bypass: boolean; owns: string[] | null; may: string[] | null }>(
    `select current_user as name, r.rolsuper as super, r.rolbypassrls as bypass,
      (select array_agg(c.relname::text) from pg_class c where c.relnamespace = 'public'::regnamespace and c.relname = any ($1) and pg_has_role(current_user, c.relowner, 'member')) as owns,
      (select array_agg(t || ' ' || p) from unnest($1::text[]) t, unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) p where to_regclass('public.' || t) is not null and has_table_privilege(current_user, 'public.' || t, p)) as may
     from pg_roles r where r.rolname = current_user`, [appendOnly]);
  const mend = "Use a role of its own in DATABASE_URL (create role app login; npm run db:migrate gives it its rights).";
  if (role?.super) return [wrong(`database: the runtime role ${role.name} is a superuser and could rewrite the history`, mend)];
  if (role?.owns?.length) return [wrong(`database: the runtime role ${role.name} owns ${role.owns.join(", ")} and could rewrite the history`, mend)];
  if (role?.may?.length) return [wrong(`database: the runtime role ${role.name} may ${role.may.join(", ")} and could rewrite the history`, "npm run db:migrate takes these rights away.")];
  return [ok(`database: the runtime role ${role?.name} can add to the history but not rewrite it`)];
}

async function checkSchema(client: pg.Client): Promise<Finding[]> {
  const pending = await pendingMigrations((sql) => client.query(sql)).catch(() => undefined);
  if (pending === undefined) return [wrong("database: has no schema yet", "npm start or npm run db:migrate")];
  return [pending === 0 ? ok("database: migrations are current") : pending > 0 ? wrong(`database: ${pending} migrations are missing`, "npm run db:migrate") : wrong("database: was migrated by a newer version", "Install that version, or restore an older backup.")];
}

export async function checkSearch(running: RunFile | undefined): Promise<Finding[]> {
  const url = process.env.MEILI_URL || running?.meiliUrl;
  if (!url) return [note("search: no Meilisearch is running; the site searches in Postgres")];
  const key = process.env.MEILI_KEY || running?.meiliKey;
  try {
    const answer = await fetch(`${url.replace(/\/+$/, "")}/version`, { headers: key ? { authorization: `Bearer ${key}` } : {}, signal: AbortSignal.timeout(5_000) });
    if (answer.status === 401 || answer.status === 403) return [wrong("search: Meilisearch refuses MEILI_KEY", "Set MEILI_KEY to its master key or to a key that may do everything with the indexes.")];
    if (!answer.ok) return [wrong(`search: Meilisearch answers ${answer.status}`, "Look at its log.")];
    const { pkgVersion } = (await answer.json()) as { pkgVersion: string };
    const [major = 0, minor = 0] = pkgVersion.split(".").map(Number);
    return [major === 1 && minor >= 21 ? ok(`search: Meilisearch ${pkgVersion}`) : note(`search: Meilisearch ${pkgVersion}; we test with 1.21`)];
  } catch (error) {
    return [wrong(`search: ${url} does not answer (${error instanceof Error ? error.message : String(error)})`, "Start it; until then the site searches in Postgres.")];
  }
}
