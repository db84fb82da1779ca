import { desc, eq, sql, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { brokerMarks, introductions } from "@/db/schema";
import { isMember, type Person } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { isId } from "@/lib/core/id";
import { offsetOf, type Page, type PageRequest } from "@/lib/core/page";
import { isOffered } from "@/lib/matching/standing";
import { everything, readPairs, refusalsOf, sides, standings, workable, type DeskPair } from "./pairs";
import { canWorkMarket } from "./policy";
import { shortlistOf } from "./shortlist";
import type { MarkKind } from "./states";

export const deskTabs = ["today", "all", "due", "contacted", "later", "aside"] as const;
export type DeskTab = (typeof deskTabs)[number];
export const deskSorts = ["fit", "newest"] as const;
export type DeskSort = (typeof deskSorts)[number];
/** `field` is an industry or a field of the plan; `district` six digits, of either side. They do not touch the day's list. */
export type DeskFilter = { tab: DeskTab; field?: string | undefined; district?: string | undefined; level?: "high" | "good" | undefined; sort: DeskSort };

/** Of a market without conditions so many of the best pairs are read: nobody calls more, and counting all costs more than showing them. */
export const deskReads = 10_000;

/** `done`: of the day's list, what the broker has dealt with today. `capped`: the market holds more than `all` counts. */
export type DeskList = Page<DeskPair> & { counts: Record<DeskTab, number>; done: DeskPair[]; capped: boolean };

function brokerOf(actor: Person): string {
  if (!canWorkMarket(actor) || !actor.brokerId) throw new NotFound();
  return actor.brokerId;
}

/** Field and district of either side; the level belongs to the pair. */
function asked({ field, district }: DeskFilter): { need: SQL; achievement: SQL } {
  const of = (p: SQL) => sql`(${field ? sql`${field} in (${p}.industry, ${p}.field)` : sql`true`} and ${district ? sql`${district} = ${p}.district` : sql`true`})`;
  return { need: of(sql.raw("n")), achievement: of(sql.raw("a")) };
}

/**
 * The matches that a list is made of: the best of the whole market by their index, or all of a field or a district, reached
 * from the records that have it, each side by its own index; one condition on both sides would read every match.
 */
function candidates(filter: DeskFilter): SQL {
  const level = filter.level ? sql`level = ${filter.level} and level in ('high', 'good')` : sql`level in ('high', 'good')`;
  const read = sql`select id, need_id, achievement_id, score from matches where ${level}`;
  const { need, achievement } = asked(filter);
  return filter.field || filter.district
    ? sql`${read} and need_id in (select n.id from public_listings n where n.kind = 'need' and ${need}) union ${read} and achievement_id in (select a.id from public_listings a where a.kind = 'achievement' and ${achievement})`
    : sql`${read} order by score desc, id desc limit ${deskReads}`;
}

/** Of the candidates, what nobody has put aside and this broker has not touched. */
function untouched(brokerId: string): SQL {
  return sql`${workable(sql`candidates m`)}
    and not exists (select 1 from ${refusalsOf(brokerId)})
    and not exists (select 1 from broker_marks x where x.broker_id = ${brokerId} and x.need_id = m.need_id and x.achievement_id = m.achievement_id and x.undone_at is null)
    and not exists (select 1 from introductions x where x.broker_id = ${brokerId} and x.need_id = m.need_id and x.achievement_id = m.achievement_id)`;
}

/** Of `standing`, what the broker has touched, by how it stands now, however well it fits by now; nothing that both sides have put aside. */
function touched(brokerId: string, { level: asked }: Pick<DeskFilter, "level"> = {}): SQL {
  const level = asked ? sql`x.level = ${asked}` : sql`true`;
  return sql`${workable(sql`standing s cross join lateral (select id, need_id, achievement_id, score from matches x where x.need_id = s.need_id and x.achievement_id = s.achievement_id and ${level} offset 0) m`)} and (select count(*) from ${refusalsOf(brokerId)}) < 2`;
}

/** One list and how many stand on each, in one reading of the matches and of the records in them, not of the whole market. */
async function readTab(brokerId: string, filter: DeskFilter, request: PageRequest): Promise<{ ids: string[]; capped: boolean; counts: Record<Exclude<DeskTab, "today">, number> }> {
  const newest = sql`greatest(n.published_at, a.published_at)`;
  const order = filter.sort === "newest" ? sql`newest desc, score desc, id desc` : sql`score desc, id desc`;
  const from = filter.tab === "all" ? sql`untouched` : sql`touched where tab = ${filter.tab}`;
  const { rows } = await db().execute<{ counts: Partial<Record<DeskTab, number>>; ids: string[]; read: number }>(sql`
    with candidates as materialized (${candidates(filter)}),
    standing as materialized (${standings(brokerId)}),
    pairs as materialized (select need_id, achievement_id from candidates union select need_id, achievement_id from standing),
    ${sides(asked(filter), sql`pairs`)},
    untouched as materialized (select m.id, m.score, ${newest} as newest from ${untouched(brokerId)}),
    touched as materialized (select m.id, m.score, ${newest} as newest, s.tab, s.due_on from ${touched(brokerId, filter)})
    select (select count(*)::int from candidates) as read, (select json_build_object('all', (select count(*) from untouched)) :: jsonb || coalesce((select jsonb_object_agg(tab, n) from (select tab, count(*) as n from touched group by tab) t), '{}')) as counts,
      array(select id from ${from} order by ${filter.tab === "due" ? sql`due_on, ` : sql``}${order} limit ${filter.tab === "today" ? 0 : request.size} offset ${offsetOf(request)}) as ids`);
  return { ids: rows[0]?.ids ?? [], capped: !filter.field && !filter.district && (rows[0]?.read ?? 0) >= deskReads, counts: { all: 0, due: 0, contacted: 0, later: 0, aside: 0, ...rows[0]?.counts } };
}

/** The broker's desk: the day's list, all that may be called, and what the broker has touched. @throws NotFound for whoever is no verified broker */
export async function listDeskPairs(actor: Person, filter: DeskFilter, request: PageRequest): Promise<DeskList> {
  const brokerId = brokerOf(actor);
  const [shortlist, tab] = await Promise.all([shortlistOf(brokerId), readTab(brokerId, filter, request)]);
  const counts = { today: shortlist.open.length, ...tab.counts };
  const from = offsetOf(request);
  if (filter.tab === "today") return { ...request, total: counts.today, rows: shortlist.open.slice(from, from + request.size), done: shortlist.done, counts, capped: tab.capped };
  return { ...request, counts, total: counts[filter.tab], rows: await readPairs(brokerId, tab.ids), done: [], capped: tab.capped };
}

export type DueMark = { id: string; needId: string; achievementId: string; title: string; dueOn: string; kind: MarkKind };

/** What the broker promised to come back to, the most pressing first: of what stands on the desk, where each can be done. A record that left the market leaves nothing to call about. */
export async function listDueMarks(actor: Person, limit = 8): Promise<DueMark[]> {
  const brokerId = brokerOf(actor);
  const { rows } = await db().execute<DueMark>(sql`
    with standing as materialized (${standings(brokerId)}), ${sides(everything, sql`standing`)}
    select s.mark_id as id, s.need_id as "needId", s.achievement_id as "achievementId", (select p.title from public_listings p where p.id = s.need_id) as title, s.due_on as "dueOn", s.kind
    from ${touched(brokerId)} and s.due_on is not null order by s.due_on, s.marked_at, s.mark_id limit ${limit}`);
  return rows;
}

/** The broker's own mark, for saying what was just done; null when it is not theirs or was taken back. */
export async function findOwnMark(actor: Person, markId: string | undefined): Promise<{ id: string; kind: MarkKind; dueOn: string | null } | null> {
  if (!isId(markId) || !actor.brokerId) return null;
  const [row] = await db().select().from(brokerMarks).where(eq(brokerMarks.id, markId));
  return row && row.brokerId === actor.brokerId && !row.undoneAt ? { id: row.id, kind: row.kind, dueOn: row.dueOn } : null;
}

/** How many recommendations the broker has made. */
export async function countIntroductions(actor: Person): Promise<number> {
  return db().$count(introductions, eq(introductions.brokerId, brokerOf(actor)));
}

export type IntroductionView = { id: string; broker: string; message: string; at: Date; other: { id: string; title: string } };

/** What brokers have recommended to the owners of one record, newest first; only what is still public on both sides. */
export async function listIntroductionsTo(actor: Person, listing: { id: string; kind: "achievement" | "need"; organisationId: string }): Promise<IntroductionView[]> {
  if (!isMember(actor, listing.organisationId)) return [];
  const [own, other] = listing.kind === "need" ? [introductions.needId, sql`achievement_id`] : [introductions.achievementId, sql`need_id`];
  const offered = sql`public_listings p where p.id = introductions.${other} and ${isOffered("p")}`;
  return db().select({
    id: introductions.id, message: introductions.message, at: introductions.madeAt,
    broker: sql<string>`(select u.name from brokers b join users u on u.id = b.user_id where b.id = introductions.broker_id)`,
    other: sql<{ id: string; title: string }>`(select json_build_object('id', p.id, 'title', p.title) from ${offered})`,
  }).from(introductions).where(sql`${own} = ${listing.id} and ${introductions.side} in ('both', ${listing.kind}) and exists (select 1 from ${offered})`).orderBy(desc(introductions.madeAt), desc(introductions.id)).limit(20);
}
