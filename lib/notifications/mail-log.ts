import { desc, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { mails } from "@/db/schema";
import type { Person } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { offsetOf, type Page, type PageRequest } from "@/lib/core/page";

export type MailLine = { id: string; to: string; template: string; createdAt: Date; sentAt: Date | null; attempts: number; lastError: string | null };

/** What was mailed to whom and whether it left; never the text, which may hold a token. For operators only. */
export async function listMails(actor: Person, request: PageRequest): Promise<Page<MailLine>> {
  if (!actor.operator) throw new NotFound();
  const rows = await db().select({ id: mails.id, to: mails.toAddress, template: mails.template, createdAt: mails.createdAt, sentAt: mails.sentAt, attempts: mails.attempts, lastError: mails.lastError }).from(mails)
    .orderBy(desc(mails.createdAt), desc(mails.id)).limit(request.size).offset(offsetOf(request));
  const [total] = await db().select({ n: sql<number>`count(*)`.mapWith(Number) }).from(mails);
  return { ...request, total: total?.n ?? 0, rows };
}

export async function countUnsentMails(actor: Person): Promise<number> {
  if (!actor.operator) throw new NotFound();
  const [row] = await db().select({ n: sql<number>`count(*)`.mapWith(Number) }).from(mails).where(sql`sent_at is null`);
  return row?.n ?? 0;
}
