import { and, asc, count, desc, eq, getTableColumns, gt, ilike, inArray, isNotNull, lt, or, sql, type SQL } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { brokers, organisations, reviewRemarks, reviews, users } from "@/db/schema";
import { isBureau, userIdOf, type Actor } from "@/lib/core/actor";
import { holidaysFrom, ruleOrShipped } from "@/lib/codes/queries";
import { clock } from "@/lib/core/clock";
import { addWorkingDays, dateInHarbin, deadlinePieces, todayInHarbin, type DeadlinePieces, type HolidayTable } from "@/lib/core/dates";
import { NotFound } from "@/lib/core/errors";
import { isId } from "@/lib/core/id";
import { containing } from "@/lib/core/like";
import { offsetOf, type Page, type PageRequest } from "@/lib/core/page";
import { ownNamedIn } from "./own-names";
import { canClaim, mayReview, mustStandAside } from "./policy";
import type { RemarkStatus, ReviewSubjectKind } from "./states";

export type ReviewRow = typeof reviews.$inferSelect;
/** As one reader has it before them: with those of their own organisations that it names as co-owners. */
export type Review = ReviewRow & { coOwnerIds: string[] };
export type Remark = { id: string; reviewId: string; field: string; text: string; status: RemarkStatus; answer: string | null; round: number; by: string; decidedAt: Date | null };

/** Working days within which a submission is decided, by the rule of that day. */
async function reviewLimit(reader: Reader, at: Date): Promise<number> {
  return (await ruleOrShipped(reader, "review.limit", dateInHarbin(at))).value.days;
}

/** How long an approval or a sending back can be taken back, by the rule of that day. */
export async function undoMinutesAt(reader: Reader, at: Date): Promise<number> {
  return (await ruleOrShipped(reader, "review.undo_minutes", dateInHarbin(at))).value;
}

/** The same of today, for sentences. */
export function currentUndoMinutes(): Promise<number> {
  return undoMinutesAt(db(), clock.now());
}

/** The limit of today, for sentences. */
export function currentReviewLimit(): Promise<number> {
  return reviewLimit(db(), clock.now());
}

export async function reviewDueOn(reader: Reader, at: Date): Promise<string> {
  const [days, table] = [await reviewLimit(reader, at), await holidaysFrom(reader)];
  return addWorkingDays(todayInHarbin(at), days, table);
}

export async function reviewColumns(reader: Reader, actor: Actor) {
  return { ...getTableColumns(reviews), coOwnerIds: await ownNamedIn(reader, actor, sql`${reviews.coOwners}`) };
}

/** @throws NotFound for everybody outside the bureau */
export async function getReview(reader: Reader, actor: Actor, reviewId: string): Promise<Review> {
  const [review] = isBureau(actor) && isId(reviewId) ? await reader.select(await reviewColumns(reader, actor)).from(reviews).where(eq(reviews.id, reviewId)) : [];
  if (!review) throw new NotFound();
  return review;
}

/** Reviews of one subject, newest first; the caller has made sure that the reader may know the subject. */
export async function reviewsOf(reader: Reader, kind: ReviewSubjectKind, subjectId: string): Promise<(ReviewRow & { reviewer: string | null })[]> {
  const rows = await reader
    .select({ review: reviews, reviewer: users.name })
    .from(reviews)
    .leftJoin(users, eq(users.id, sql`coalesce(${reviews.decidedBy}, ${reviews.claimedBy})`))
    .where(and(eq(reviews.subjectKind, kind), eq(reviews.subjectId, subjectId)))
    .orderBy(desc(reviews.openedAt));
  return rows.map(({ review, reviewer }) => ({ ...review, reviewer }));
}

/** All remarks on a subject, newest round first; they stay visible after a resubmission. Those of a sending back that was taken back are the bureau's. */
export async function remarksOf(reader: Reader, kind: ReviewSubjectKind, subjectId: string): Promise<Remark[]> {
  const rows = await reader
    .select({ remark: reviewRemarks, round: reviews.round, by: users.name, decidedAt: reviews.decidedAt })
    .from(reviewRemarks)
    .innerJoin(reviews, eq(reviews.id, reviewRemarks.reviewId))
    .leftJoin(users, eq(users.id, reviews.decidedBy))
    .where(and(eq(reviews.subjectKind, kind), eq(reviews.subjectId, subjectId), inArray(reviews.status, ["approved", "sent_back", "refused"])))
    .orderBy(desc(reviews.round), asc(reviewRemarks.id));
  return rows.map(({ remark: { answeredAt: _, ...remark }, round, by, decidedAt }) => ({ ...remark, round, by: by ?? "", decidedAt }));
}

/** What a review in hand already says by field: the remarks of a sending back that was taken back. */
export async function remarksInHand(reader: Reader, reviewId: string): Promise<Record<string, string>> {
  const rows = await reader.select({ field: reviewRemarks.field, text: reviewRemarks.text }).from(reviewRemarks)
    .innerJoin(reviews, eq(reviews.id, reviewRemarks.reviewId)).where(and(eq(reviews.id, reviewId), eq(reviews.status, "claimed")));
  return Object.fromEntries(rows.map(({ field, text }) => [field, text]));
}

export async function openRemarks(reader: Reader, kind: ReviewSubjectKind, subjectId: string): Promise<{ id: string; field: string }[]> {
  return reader
    .select({ id: reviewRemarks.id, field: reviewRemarks.field })
    .from(reviewRemarks)
    .innerJoin(reviews, eq(reviews.id, reviewRemarks.reviewId))
    .where(and(eq(reviews.subjectKind, kind), eq(reviews.subjectId, subjectId), eq(reviews.status, "sent_back"), eq(reviewRemarks.status, "open")));
}

export const queueTabs = ["open", "claimed", "returned", "done"] as const;
export type QueueTab = (typeof queueTabs)[number];
export type QueueFilter = { tab: QueueTab; kind?: ReviewSubjectKind | undefined; q?: string | undefined; round?: "first" | "again" | undefined };
export type QueueRow = Review & { holder: string | null; demo: boolean; waiting: DeadlinePieces; standAside: boolean; claimable: boolean };

const newest = sql`not exists (select 1 from ${reviews} n where n.subject_kind = ${reviews.subjectKind} and n.subject_id = ${reviews.subjectId} and n.opened_at > ${reviews.openedAt})`;
const tabs: Record<QueueTab, SQL | undefined> = {
  open: eq(reviews.status, "open"),
  claimed: eq(reviews.status, "claimed"),
  returned: and(eq(reviews.status, "sent_back"), newest),
  done: or(inArray(reviews.status, ["approved", "refused"]), and(eq(reviews.status, "sent_back"), sql`not ${newest}`)),
};

function queueWhere({ tab, kind, q, round }: QueueFilter): SQL | undefined {
  const like = containing(q);
  return and(
    tabs[tab],
    kind ? eq(reviews.subjectKind, kind) : undefined,
    round === "again" ? sql`${reviews.round} > 1` : round === "first" ? eq(reviews.round, 1) : undefined,
    like ? or(ilike(reviews.title, like), ilike(reviews.organisationName, like)) : undefined,
  );
}

/** Whether the subject is of the demo world: its organisation is, or the broker who has none. */
const demo = sql<boolean>`coalesce((select o.demo from ${organisations} o where o.id = ${reviews.organisationId}), (select u.demo from ${brokers} b join ${users} u on u.id = b.user_id where b.id = ${reviews.subjectId}), false)`;

/** Overdue and due first, resubmitted before first submissions of the same day, then the oldest. */
export const queueOrder = [asc(reviews.dueOn), desc(reviews.round), asc(reviews.openedAt)] as const;

/** @throws NotFound outside the bureau */
export async function listQueue(actor: Actor, filter: QueueFilter, request: PageRequest): Promise<Page<QueueRow> & { counts: Record<QueueTab, number> }> {
  if (!isBureau(actor)) throw new NotFound();
  const done = filter.tab === "done" || filter.tab === "returned";
  const where = queueWhere(filter);
  const columns = await reviewColumns(db(), actor);
  const all = !filter.kind && !filter.q && !filter.round;
  const [rows, found, counts, table] = await Promise.all([
    db().select({ ...columns, holder: users.name, demo }).from(reviews)
      .leftJoin(users, eq(users.id, sql`coalesce(${reviews.decidedBy}, ${reviews.claimedBy})`))
      .where(where)
      .orderBy(...(done ? [desc(reviews.decidedAt)] : queueOrder), asc(reviews.id))
      .limit(request.size).offset(offsetOf(request)),
    all ? null : db().$count(reviews, where),
    countTabs(),
    holidaysFrom(db()),
  ]);
  const today = todayInHarbin(clock.now());
  return {
    rows: rows.map((row) => ({ ...row, ...standing(actor, row, today, table) })),
    total: found ?? counts[filter.tab], page: request.page, size: request.size, counts,
  };
}

/** When the bureau decided last: what an empty queue tells. @throws NotFound outside the bureau */
export async function lastDecidedAt(actor: Actor): Promise<Date | null> {
  if (!isBureau(actor)) throw new NotFound();
  const [last] = await db().select({ at: reviews.decidedAt }).from(reviews).where(isNotNull(reviews.decidedBy)).orderBy(desc(reviews.decidedAt)).limit(1);
  return last?.at ?? null;
}

/** By state, which the index of the queue counts alone; only of what was sent back is it asked one by one whether its author has gone on. */
async function countTabs(): Promise<Record<QueueTab, number>> {
  const [states, returned] = await Promise.all([
    db().select({ status: reviews.status, n: count() }).from(reviews).groupBy(reviews.status),
    db().$count(reviews, tabs.returned),
  ]);
  const of = (status: ReviewRow["status"]) => states.find((one) => one.status === status)?.n ?? 0;
  return { open: of("open"), claimed: of("claimed"), returned, done: of("approved") + of("refused") + of("sent_back") - returned };
}

/** No rule lets a decision be taken back after that. */
const longestUndoMs = 86_400_000;

/** What the actor approved or sent back in the last minutes, newest first, as far as nobody has gone on since: what can still be taken back. `minutes` is how long. */
export async function listUndoable(actor: Actor): Promise<{ minutes: number; reviews: ReviewRow[] }> {
  const mine = userIdOf(actor), now = clock.now().getTime();
  if (!isBureau(actor) || !mine) return { minutes: 0, reviews: [] };
  const lately = await db().select().from(reviews)
    .where(and(inArray(reviews.status, ["approved", "sent_back"]), eq(reviews.decidedBy, mine), gt(reviews.decidedAt, new Date(now - longestUndoMs)), inArray(reviews.subjectKind, ["achievement", "need"]), newest))
    .orderBy(desc(reviews.decidedAt)).limit(5);
  if (lately.length === 0) return { minutes: 0, reviews: [] };
  const minutes = await undoMinutesAt(db(), clock.now());
  return { minutes, reviews: lately.filter(({ decidedAt }) => decidedAt !== null && decidedAt.getTime() > now - minutes * 60_000) };
}

function standing(actor: Actor, review: Review, today: string, table: HolidayTable) {
  return {
    waiting: deadlinePieces(review.dueOn, today, { kind: "working", holidays: table }),
    standAside: mustStandAside(actor, review),
    claimable: review.status === "open" && canClaim(actor, review),
  };
}

function countIf(condition: SQL | undefined) {
  return sql<number>`count(*) filter (where ${condition ?? sql`true`})`.mapWith(Number);
}

/** How long a review may still take, in working days. */
export async function waitingOf(review: ReviewRow): Promise<DeadlinePieces> {
  return deadlinePieces(review.dueOn, todayInHarbin(clock.now()), { kind: "working", holidays: await holidaysFrom(db()) });
}

/** What waits in the queue: open for anybody, in one's own hands, and how much of both is past its day. */
export type QueueStanding = { open: number; mine: number; late: number };

/** Null for whoever does not review: nothing of it waits for them. */
export async function queueStanding(actor: Actor): Promise<QueueStanding | null> {
  const mine = userIdOf(actor);
  if (!mine || !mayReview(actor)) return null;
  const [open, own] = [eq(reviews.status, "open"), and(eq(reviews.status, "claimed"), eq(reviews.claimedBy, mine))];
  const [row] = await db().select({ open: countIf(open), mine: countIf(own), late: countIf(lt(reviews.dueOn, todayInHarbin(clock.now()))) }).from(reviews).where(or(open, own));
  return row ?? { open: 0, mine: 0, late: 0 };
}
