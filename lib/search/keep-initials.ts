import { inArray, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { nameInitials } from "@/db/schema";
import type { StoredEvent } from "@/lib/jobs/cursors";
import { initialsOf, organisationInitials } from "./initials";

type Named = { id: string; kind: "achievement" | "need" | "organisation"; title: string; short_name: string | null };

const batchSize = 1_000;

/** Everything that the palette may name, as it is called now. */
const names = sql`
  select p.id, p.kind, p.title, null as short_name, p.title as name from public_listings p
  union all
  select o.id, 'organisation', o.name, o.short_name, o.name || coalesce(E'\n' || o.short_name, '') from organisations o where o.verification = 'verified' and o.suspended_at is null`;

/** Reader of events: the names of what was published, renamed or taken away. Looks at the rows, whatever the event says. */
export async function followNames(_tx: Tx, batch: StoredEvent[]): Promise<void> {
  const about = batch.flatMap((event) => event.subjects).filter(({ kind }) => kind === "achievement" || kind === "need" || kind === "organisation");
  if (about.length > 0) await keepInitials([...new Set(about.map(({ id }) => id))]);
}

/**
 * Brings the initials to the names, of these things or of all: after a first start, an upgrade, a restore.
 * @returns how many were written or removed
 */
export async function keepInitials(ids?: string[]): Promise<number> {
  const some = ids ? sql`in (${sql.join(ids.map((id) => sql`${id}::uuid`), sql`, `)})` : null;
  let changed = 0;
  for (;;) {
    const { rows } = await db().execute<Named & { name: string }>(sql`
      select n.* from (${names}) n left join name_initials i on i.id = n.id
      where i.name is distinct from n.name ${some ? sql`and n.id ${some}` : sql``} limit ${batchSize}`);
    if (rows.length > 0) {
      const values = rows.map(({ id, kind, title, short_name, name }) => ({ id, kind, name, initials: kind === "organisation" ? organisationInitials(title, short_name) : initialsOf(title) }));
      await db().insert(nameInitials).values(values).onConflictDoUpdate({ target: nameInitials.id, set: { kind: sql`excluded.kind`, name: sql`excluded.name`, initials: sql`excluded.initials` } });
    }
    changed += rows.length;
    if (rows.length < batchSize) break;
  }
  const gone = await db().execute<{ id: string }>(sql`select i.id from name_initials i where ${some ? sql`i.id ${some}` : sql`true`} and not exists (select 1 from (${names}) n where n.id = i.id)`);
  if (gone.rows.length > 0) await db().delete(nameInitials).where(inArray(nameInitials.id, gone.rows.map(({ id }) => id)));
  return changed + gone.rows.length;
}
