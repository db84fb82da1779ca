import { desc, eq, sql, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { brokerMarks, introductions } from "@/db/schema";
import { isMember, type Person } from "@/lib/core/actor";
import { clock } from "@/lib/core/clock";
import { todayInHarbin } from "@/lib/core/dates";
import { NotFound } from "@/lib/core/errors";
import { isId } from "@/lib/core/id";
import { offsetOf, type Page, type PageRequest } from "@/lib/core/page";
import { comparedAsPublic, isOffered } from "@/lib/matching/standing";
import { canWorkMarket } from "./policy";
import type { IntroductionSide, MarkKind } from "./states";

export const deskTabs = ["today", "contacted", "later", "aside"] as const;
export type DeskTab = (typeof deskTabs)[number];
export const deskSorts = ["fit", "newest"] as const;
export type DeskSort = (typeof deskSorts)[number];
/** `field` is an industry or a field of the plan; `district` six digits, of either side. */
export type DeskFilter = { tab: DeskTab; field?: string | undefined; district?: string | undefined; level?: "high" | "good" | undefined; sort: DeskSort };

export type PairRecord = { id: string; title: string; organisationName: string; district: string | null; maturity: number | null; demo: boolean };
export type DeskPair = {
  needId: string; achievementId: string; level: "high" | "good"; score: number; reasons: { code: string; values?: Record<string, unknown> }[];
  need: PairRecord; achievement: PairRecord;
  mark: { id: string; kind: MarkKind; note: string | null; dueOn: string | null; at: string } | null;
  introduced: { side: IntroductionSide; at: string } | null;
};
export type DeskList = Page<DeskPair> & { counts: Record<DeskTab, number> };

function brokerOf(actor: Person): string {
  if (!canWorkMarket(actor) || !actor.brokerId) throw new NotFound();
  return actor.brokerId;
}

/**
 * The pairs that may be worked on now: both records public, the need still open, high or good, nothing between them
 * that has become a deal, and not rejected by both sides. `tab` says where the broker's own marks have put a pair;
 * null where one side has put it aside and the broker never touched it.
 */
function pairs(brokerId: string, filter: DeskFilter): SQL {
  const today = todayInHarbin(clock.now());
  const conditions = [
    sql`m.level in ('high', 'good')`, isOffered("n"), isOffered("a"), sql`ln.organisation_id <> la.organisation_id`, sql`j.n < 2`,
    sql`not exists (select 1 from deals d where d.status <> 'ended' and d.need_id = m.need_id and d.achievement_id = m.achievement_id)`,
    sql`not exists (select 1 from deals d where d.status = 'open' and d.seller_id = la.organisation_id and d.buyer_id = ln.organisation_id and (d.need_id = m.need_id or d.achievement_id = m.achievement_id))`,
    ...(filter.level ? [sql`m.level = ${filter.level}`] : []),
    ...(filter.field ? [sql`(${filter.field} in (n.industry, n.field) or ${filter.field} in (a.industry, a.field))`] : []),
    ...(filter.district ? [sql`${filter.district} in (n.district, a.district)`] : []),
  ];
  return sql`
    select m.need_id, m.achievement_id, m.level, m.score, case when ${comparedAsPublic} then m.reasons else '[]' end as reasons, greatest(n.published_at, a.published_at) as published_at,
      json_build_object('id', n.id, 'title', n.title, 'organisationName', n.organisation_name, 'district', n.district, 'maturity', n.maturity, 'demo', n.demo) as need,
      json_build_object('id', a.id, 'title', a.title, 'organisationName', a.organisation_name, 'district', a.district, 'maturity', a.maturity, 'demo', a.demo) as achievement,
      case when k.id is null then null else json_build_object('id', k.id, 'kind', k.kind, 'note', k.note, 'dueOn', k.due_on, 'at', k.marked_at) end as mark,
      case when i.id is null then null else json_build_object('side', i.side, 'at', i.made_at) end as introduced,
      coalesce(k.due_on <= ${today}::date, false) as due,
      case when k.kind = 'aside' then 'aside'
        when k.kind = 'later' and k.due_on > ${today}::date then 'later'
        when k.kind = 'contacted' and (k.due_on is null or k.due_on > ${today}::date) then 'contacted'
        when k.kind is null and i.id is not null then 'contacted'
        when j.n = 0 then 'today' end as tab
    from matches m
    join public_listings n on n.id = m.need_id join public_listings a on a.id = m.achievement_id
    join listings ln on ln.id = m.need_id join listings la on la.id = m.achievement_id
    cross join lateral (select count(*) as n from match_judgements x where x.need_id = m.need_id and x.achievement_id = m.achievement_id and x.undone_at is null) j
    left join lateral (select * from broker_marks x where x.broker_id = ${brokerId} and x.need_id = m.need_id and x.achievement_id = m.achievement_id and x.undone_at is null order by x.marked_at desc, x.id desc limit 1) k on true
    left join introductions i on i.broker_id = ${brokerId} and i.need_id = m.need_id and i.achievement_id = m.achievement_id
    where ${sql.join(conditions, sql` and `)}`;
}

/** The broker's desk: pairs across the whole market, what has come due first. @throws NotFound for whoever is no verified broker */
export async function listDeskPairs(actor: Person, filter: DeskFilter, request: PageRequest): Promise<DeskList> {
  const brokerId = brokerOf(actor);
  const order = filter.sort === "newest" ? sql`published_at desc, score desc` : sql`score desc, published_at desc`;
  const { rows } = await db().execute<Omit<DeskPair, "needId" | "achievementId"> & { need_id: string; achievement_id: string }>(sql`
    select need_id, achievement_id, level, score, reasons, need, achievement, mark, introduced from (${pairs(brokerId, filter)}) p
    where tab = ${filter.tab} order by due desc, ${order}, need_id, achievement_id limit ${request.size} offset ${offsetOf(request)}`);
  const counted = await db().execute<{ tab: DeskTab | null; n: number }>(sql`select tab, count(*)::int as n from (${pairs(brokerId, filter)}) p group by tab`);
  const counts = Object.fromEntries(deskTabs.map((tab) => [tab, counted.rows.find((row) => row.tab === tab)?.n ?? 0])) as Record<DeskTab, number>;
  return { ...request, counts, total: counts[filter.tab], rows: rows.map(({ need_id: needId, achievement_id: achievementId, ...row }) => ({ needId, achievementId, ...row })) };
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
    other: sql<{ id: string; title: string } | null>`(select json_build_object('id', p.id, 'title', p.title) from public_listings p where p.id = introductions.${other} and ${isOffered("p")})`,
  }).from(introductions).where(sql`${own} = ${listing.id} and ${introductions.side} in ('both', ${listing.kind})`).orderBy(desc(introductions.madeAt)).limit(20);
  return rows.flatMap(({ other: record, ...row }) => (record ? [{ ...row, other: record }] : []));
}
