import { and, count, desc, eq, isNotNull, isNull, lte, max, or, sql, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { notifications } from "@/db/schema";
import type { Person } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { isId } from "@/lib/core/id";
import { offsetOf, type Page, type PageRequest } from "@/lib/core/page";
import { storable } from "@/lib/core/typed-text";

export type NotificationView = { id: string; subject: NoticeSubject; kind: string; href: string; values: Record<string, string | number>; at: Date; needsAction: boolean; read: boolean };

const toDo = and(eq(notifications.needsAction, 1), isNull(notifications.doneAt));
const toKnow = eq(notifications.needsAction, 0);
/** Nothing is asked, or no longer. */
const told = or(toKnow, isNotNull(notifications.doneAt));

/** `known` is the whole inbox: what waits stands there, too, in its place among what one is told. */
export type InboxTab = "todo" | "known";
export type NoticeSubject = { kind: string; id: string };

function mine(actor: Person, tab: InboxTab, about?: NoticeSubject): SQL | undefined {
  return and(eq(notifications.userId, actor.userId), tab === "todo" ? toDo : undefined, about ? isAbout(about) : undefined);
}

function isAbout({ kind, id }: NoticeSubject): SQL | undefined {
  return and(eq(notifications.subjectKind, storable(kind)), eq(notifications.subjectId, isId(id) ? id : "00000000-0000-0000-0000-000000000000"));
}

/** What waited and is done needs no reading any more: it is not counted as unread, so it must not look unread. */
function view(row: typeof notifications.$inferSelect): NotificationView {
  return { id: row.id, subject: { kind: row.subjectKind, id: row.subjectId }, kind: row.kind, href: row.href, values: row.values, at: row.createdAt, needsAction: row.needsAction === 1 && !row.doneAt, read: row.readAt !== null || row.doneAt !== null };
}

/** The person's own inbox line by line: `todo` is what waits for them, `known` all of it. `about`: of one thing. */
export async function listNotifications(actor: Person, tab: InboxTab, request: PageRequest, about?: NoticeSubject): Promise<Page<NotificationView>> {
  const where = mine(actor, tab, about);
  const [rows, [total]] = await Promise.all([lines(where, request), db().select({ n: count() }).from(notifications).where(where)]);
  return { ...request, total: total?.n ?? 0, rows };
}

/** The newest of what waits, or of what one is told and need not do anything about, for whoever does not ask how many there are. */
export async function listNewest(actor: Person, which: "todo" | "told", size: number): Promise<NotificationView[]> {
  return lines(and(eq(notifications.userId, actor.userId), which === "todo" ? toDo : told), { page: 1, size });
}

async function lines(where: SQL | undefined, request: PageRequest): Promise<NotificationView[]> {
  const rows = await db().select().from(notifications).where(where).orderBy(desc(notifications.createdAt), desc(notifications.id)).limit(request.size).offset(offsetOf(request));
  return rows.map(view);
}

/** What one is told of one thing, newest first. `rows` holds the newest few of `total`. */
export type NoticeThread = { subject: NoticeSubject; total: number; unread: number; rows: NotificationView[] };

/** Of one thing so many lines stand in the inbox; the others are one step away. */
export const threadRows = 10;

/** The inbox thing by thing, those first of which something was told last. A page is so many things, however much is told of each. */
export async function listThreads(actor: Person, tab: InboxTab, request: PageRequest): Promise<Page<NoticeThread>> {
  const where = mine(actor, tab);
  const threads = await db()
    .select({ kind: notifications.subjectKind, id: notifications.subjectId, total: count(), unread: sql<number>`count(*) filter (where ${notifications.readAt} is null and ${notifications.needsAction} = 0)`.mapWith(Number) })
    .from(notifications).where(where)
    .groupBy(notifications.subjectKind, notifications.subjectId)
    .orderBy(desc(max(notifications.createdAt)), desc(notifications.subjectId))
    .limit(request.size).offset(offsetOf(request));
  const [all] = await db().select({ n: sql<number>`count(distinct (${notifications.subjectKind}, ${notifications.subjectId}))`.mapWith(Number) }).from(notifications).where(where);
  if (threads.length === 0) return { ...request, total: all?.n ?? 0, rows: [] };
  const ranked = db().$with("ranked").as(db()
    .select({ id: notifications.id, rank: sql<number>`row_number() over (partition by ${notifications.subjectKind}, ${notifications.subjectId} order by ${notifications.createdAt} desc, ${notifications.id} desc)`.as("rank") })
    .from(notifications).where(and(where, or(...threads.map(isAbout)))));
  const rows = await db().with(ranked).select({ notification: notifications }).from(notifications).innerJoin(ranked, eq(ranked.id, notifications.id))
    .where(sql`${ranked.rank} <= ${threadRows}`).orderBy(desc(notifications.createdAt), desc(notifications.id));
  const linesOf = ({ kind, id }: NoticeSubject) => rows.filter(({ notification: n }) => n.subjectKind === kind && n.subjectId === id).map(({ notification }) => view(notification));
  return { ...request, total: all?.n ?? 0, rows: threads.map(({ kind, id, total, unread }) => ({ subject: { kind, id }, total, unread, rows: linesOf({ kind, id }) })) };
}

/** The number in the header: what needs this person, nothing else (look 4.19). */
export async function countToDo(actor: Person): Promise<number> {
  const [row] = await db().select({ n: count() }).from(notifications).where(and(eq(notifications.userId, actor.userId), toDo));
  return row?.n ?? 0;
}

export async function countUnread(actor: Person): Promise<number> {
  const [row] = await db().select({ n: count() }).from(notifications).where(and(eq(notifications.userId, actor.userId), toKnow, isNull(notifications.readAt)));
  return row?.n ?? 0;
}

/** The one that came last: what comes later stands on no page that is being read now. Its id, because what it tells of may be older. */
export async function newestNotice(actor: Person): Promise<string | null> {
  const [row] = await db().select({ id: notifications.id }).from(notifications).where(eq(notifications.userId, actor.userId)).orderBy(desc(notifications.id)).limit(1);
  return row?.id ?? null;
}

/**
 * Reading is no change of the world that others would be told of; it is the reader's own mark. `about`: only what one thing is told of.
 * @param until the one that came last before the page was drawn: nobody has read what came since
 */
export async function markRead(actor: Person, now: Date, { about, until }: { about?: NoticeSubject; until?: string } = {}): Promise<void> {
  await db().update(notifications).set({ readAt: now })
    .where(and(eq(notifications.userId, actor.userId), isNull(notifications.readAt), about ? isAbout(about) : undefined, isId(until) ? lte(notifications.id, until) : undefined));
}

/**
 * Following what one is told is reading it (look 4.19): marks what is told of that thing.
 * @returns the address to go on to
 * @throws NotFound for a notice of somebody else
 */
export async function openNotice(actor: Person, id: string, now: Date): Promise<string> {
  const [row] = isId(id) ? await db().select().from(notifications).where(and(eq(notifications.id, id), eq(notifications.userId, actor.userId))) : [];
  if (!row) throw new NotFound();
  await markRead(actor, now, { about: { kind: row.subjectKind, id: row.subjectId } });
  return row.href;
}
