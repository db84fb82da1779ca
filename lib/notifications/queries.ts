import { and, count, desc, eq, isNull, or } from "drizzle-orm";
import { db } from "@/db/client";
import { notifications } from "@/db/schema";
import type { Person } from "@/lib/core/actor";
import { offsetOf, type Page, type PageRequest } from "@/lib/core/page";

export type NotificationView = { id: string; kind: string; href: string; values: Record<string, string | number>; at: Date; needsAction: boolean; read: boolean };

const toDo = and(eq(notifications.needsAction, 1), isNull(notifications.doneAt));
const toKnow = eq(notifications.needsAction, 0);

/** The person's own inbox: `todo` is what waits for them, `known` what they are told. */
export async function listNotifications(actor: Person, tab: "todo" | "known", request: PageRequest): Promise<Page<NotificationView>> {
  const mine = and(eq(notifications.userId, actor.userId), tab === "todo" ? toDo : or(toKnow, eq(notifications.needsAction, 1)));
  const [rows, [total]] = await Promise.all([
    db().select().from(notifications).where(mine).orderBy(desc(notifications.createdAt), desc(notifications.id)).limit(request.size).offset(offsetOf(request)),
    db().select({ n: count() }).from(notifications).where(mine),
  ]);
  return {
    ...request,
    total: total?.n ?? 0,
    rows: rows.map((row) => ({ id: row.id, kind: row.kind, href: row.href, values: row.values, at: row.createdAt, needsAction: row.needsAction === 1 && !row.doneAt, read: row.readAt !== null })),
  };
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

/** Reading is no change of the world that others would be told of; it is the reader's own mark. */
export async function markAllRead(actor: Person, now: Date): Promise<void> {
  await db().update(notifications).set({ readAt: now }).where(and(eq(notifications.userId, actor.userId), isNull(notifications.readAt)));
}
