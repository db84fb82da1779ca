import { desc, eq, sql, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { brokerMarks, introductions } from "@/db/schema";
import { isMember, type Person } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { isId } from "@/lib/core/id";
import { offsetOf, type Page, type PageRequest } from "@/lib/core/page";
import { market, readPairs, refusals, standings, workable, type DeskPair } from "./pairs";
import { canWorkMarket } from "./policy";
import { shortlistOf } from "./shortlist";
import { shortlistSize, type MarkKind } from "./states";

export const deskTabs = ["today", "all", "due", "contacted", "later", "aside"] as const;
export type DeskTab = (typeof deskTabs)[number];
export const deskSorts = ["fit", "newest"] as const;
export type DeskSort = (typeof deskSorts)[number];
/** `field` is an industry or a field of the plan; `district` six digits, of either side. They do not touch the day's list. */
export type DeskFilter = { tab: DeskTab; field?: string | undefined; district?: string | undefined; level?: "high" | "good" | undefined; sort: DeskSort };

/** `done`: of the day's list, what the broker has dealt with today. */
export type DeskList = Page<DeskPair> & { counts: Record<DeskTab, number>; done: DeskPair[] };

function brokerOf(actor: Person): string {
  if (!canWorkMarket(actor) || !actor.brokerId) throw new NotFound();
  return actor.brokerId;
}

function chosenBy(filter: DeskFilter): SQL {
  const conditions = [
    sql`true`,
    ...(filter.level ? [sql`m.level = ${filter.level}`] : []),
    ...(filter.field ? [sql`(${filter.field} in (n.industry, n.field) or ${filter.field} in (a.industry, a.field))`] : []),
    ...(filter.district ? [sql`${filter.district} in (n.district, a.district)`] : []),
  ];
  return sql.join(conditions, sql` and `);
}

/** What nobody has put aside and this broker has not touched: it may be the whole market, so nothing else is joined to it. */
function untouched(brokerId: string, filter: DeskFilter): SQL {
  return sql`from ${market} where ${workable()} and ${chosenBy(filter)}
    and not exists (select 1 from match_judgements x where x.need_id = m.need_id and x.achievement_id = m.achievement_id and x.undone_at is null)
    and not exists (select 1 from broker_marks x where x.broker_id = ${brokerId} and x.need_id = m.need_id and x.achievement_id = m.achievement_id and x.undone_at is null)
    and not exists (select 1 from introductions x where x.broker_id = ${brokerId} and x.need_id = m.need_id and x.achievement_id = m.achievement_id)`;
}

/** What the broker has touched, by how it stands now; nothing that both sides have put aside. */
function touched(brokerId: string, filter: DeskFilter): SQL {
  return sql`from (${standings(brokerId)}) s join ${market} on m.need_id = s.need_id and m.achievement_id = s.achievement_id
    where ${workable()} and ${chosenBy(filter)} and ${refusals} < 2`;
}

async function countTabs(brokerId: string, filter: DeskFilter): Promise<Record<Exclude<DeskTab, "today">, number>> {
  const { rows } = await db().execute<{ tab: DeskTab; n: number }>(sql`
    select 'all' as tab, count(*)::int as n ${untouched(brokerId, filter)} union all select s.tab, count(*)::int ${touched(brokerId, filter)} group by s.tab`);
  const of = (tab: DeskTab) => rows.find((row) => row.tab === tab)?.n ?? 0;
  return { all: of("all"), due: of("due"), contacted: of("contacted"), later: of("later"), aside: of("aside") };
}

/** The broker's desk: the day's list, all that may be called, and what the broker has touched. @throws NotFound for whoever is no verified broker */
export async function listDeskPairs(actor: Person, filter: DeskFilter, request: PageRequest): Promise<DeskList> {
  const brokerId = brokerOf(actor);
  const newest = sql`greatest(n.published_at, a.published_at)`;
  const order = filter.sort === "newest" ? sql`${newest} desc, m.score desc, m.id desc` : sql`m.score desc, m.id desc`;
  const [shortlist, others] = await Promise.all([shortlistOf(brokerId), countTabs(brokerId, filter)]);
  const counts = { today: shortlist.open.length, ...others };
  if (filter.tab === "today") return { page: 1, size: shortlistSize, total: counts.today, rows: shortlist.open, done: shortlist.done, counts };
  const rows = await readPairs(brokerId, sql`
    select need_id, achievement_id, row_number() over () as place from (
      select m.need_id, m.achievement_id ${filter.tab === "all" ? untouched(brokerId, filter) : sql`${touched(brokerId, filter)} and s.tab = ${filter.tab}`}
      order by ${filter.tab === "due" ? sql`s.due_on, ` : sql``}${order} limit ${request.size} offset ${offsetOf(request)}) p`);
  return { ...request, counts, total: counts[filter.tab], rows, done: [] };
}

export type DueMark = { id: string; needId: string; achievementId: string; title: string; dueOn: string; kind: MarkKind };

/** What the broker promised to come back to, the most pressing first. */
export async function listDueMarks(actor: Person, limit = 8): Promise<DueMark[]> {
  const brokerId = brokerOf(actor);
  const { rows } = await db().execute<DueMark>(sql`
    select k.id, k.need_id as "needId", k.achievement_id as "achievementId", n.title, k.due_on as "dueOn", k.kind
    from (select distinct on (need_id, achievement_id) * from broker_marks where broker_id = ${brokerId} and undone_at is null order by need_id, achievement_id, marked_at desc, id desc) k
    join public_listings n on n.id = k.need_id where k.due_on is not null order by k.due_on, k.marked_at limit ${limit}`);
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
  const rows = await db().select({
    id: introductions.id, message: introductions.message, at: introductions.madeAt,
    broker: sql<string>`(select u.name from brokers b join users u on u.id = b.user_id where b.id = introductions.broker_id)`,
    other: sql<{ id: string; title: string } | null>`(select json_build_object('id', p.id, 'title', p.title) from public_listings p where p.id = introductions.${other})`,
  }).from(introductions).where(sql`${own} = ${listing.id} and ${introductions.side} in ('both', ${listing.kind})`).orderBy(desc(introductions.madeAt)).limit(20);
  return rows.flatMap(({ other: record, ...row }) => (record ? [{ ...row, other: record }] : []));
}
