import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { StoredEvent } from "@/lib/jobs/cursors";
import type { Notice, Recipients } from "@/lib/jobs/notice";
import { decidersOf } from "@/lib/organisations/deciders";

type Row = { side: string; person: string; need_id: string; achievement_id: string; need_title: string; achievement_title: string; need_owner: string; achievement_owner: string };

/** Both records must still be public; the other side appears by its title only, an anonymous one stays so. */
async function introduced(tx: Tx, event: StoredEvent): Promise<Notice[]> {
  const { rows } = await tx.execute<Row>(sql`
    select i.side, u.name as person, i.need_id, i.achievement_id, n.title as need_title, a.title as achievement_title,
      ln.organisation_id as need_owner, la.organisation_id as achievement_owner
    from introductions i join brokers b on b.id = i.broker_id join users u on u.id = b.user_id
    join public_listings n on n.id = i.need_id join public_listings a on a.id = i.achievement_id
    join listings ln on ln.id = i.need_id join listings la on la.id = i.achievement_id
    where i.id = ${String(event.facts.introduction)}`);
  const row = rows[0];
  if (!row) return [];
  const sides = [
    { kind: "need" as const, owner: row.need_owner, own: row.need_id, values: { person: row.person, own: row.need_title, title: row.achievement_title } },
    { kind: "achievement" as const, owner: row.achievement_owner, own: row.achievement_id, values: { person: row.person, own: row.achievement_title, title: row.need_title } },
  ].filter((one) => row.side === "both" || row.side === one.kind);
  const notices: Notice[] = [];
  for (const { kind, owner, own, values } of sides) {
    for (const { userId, slug } of await decidersOf(tx, owner)) notices.push({ userId, needsAction: false, mail: true, subject: { kind, id: own }, href: `/o/${slug}/matches/${own}`, values });
  }
  return notices;
}

export const recipients: Recipients = { "pair.introduced": introduced };
