import { desc, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { mails } from "@/db/schema";
import type { Person } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { offsetOf, type Page, type PageRequest } from "@/lib/core/page";

const shown = {
  id: mails.id, to: mails.toAddress, template: mails.template, createdAt: mails.createdAt, sentAt: mails.sentAt,
  attempts: mails.attempts, nextAttemptAt: mails.nextAttemptAt, givenUpAt: mails.givenUpAt, lastError: mails.lastError,
};

export type MailLine = { id: string; to: string; template: string; createdAt: Date; sentAt: Date | null; attempts: number; nextAttemptAt: Date | null; givenUpAt: Date | null; lastError: string | null };

/** What was mailed to whom and whether it left, what did not leave first; never the text, which may hold a token. For operators only. */
export async function listMails(actor: Person, request: PageRequest): Promise<Page<MailLine>> {
  if (!actor.operator) throw new NotFound();
  const rows = await db().select(shown).from(mails).orderBy(sql`${mails.sentAt} is not null`, desc(mails.createdAt), desc(mails.id)).limit(request.size).offset(offsetOf(request));
  const [total] = await db().select({ n: sql<number>`count(*)`.mapWith(Number) }).from(mails);
  return { ...request, total: total?.n ?? 0, rows };
}

export async function countUnsentMails(actor: Person): Promise<number> {
  if (!actor.operator) throw new NotFound();
  const [row] = await db().select({ n: sql<number>`count(*)`.mapWith(Number) }).from(mails).where(sql`sent_at is null`);
  return row?.n ?? 0;
}
