import { and, asc, eq, isNull, lte, or, sql, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { mails } from "@/db/schema";
import { clock } from "@/lib/core/clock";
import { log } from "@/lib/core/log";
import { nextAttempt } from "./next-attempt";
import { isUnknownRecipient, openPostOffice, type PostOffice } from "./post-office";

const due = (): SQL | undefined => and(isNull(mails.sentAt), isNull(mails.givenUpAt), or(isNull(mails.nextAttemptAt), lte(mails.nextAttemptAt, clock.now())));

export async function mailsAreDue(): Promise<boolean> {
  return (await db().select({ id: mails.id }).from(mails).where(due()).limit(1)).length > 0;
}

/**
 * Sends what is due, oldest first. The id is the Message-ID, so a second copy after a crash can be recognised.
 * A mail that cannot be sent waits for its next attempt and others do not wait for it, unless the server takes none at
 * all: then the rest of the round waits too, instead of waiting for the server one by one.
 */
export async function sendMails(): Promise<void> {
  const waiting = await db().select({ id: mails.id }).from(mails).where(due()).orderBy(asc(mails.createdAt));
  const office = openPostOffice();
  for (const { id } of waiting) {
    if ((await send(office, id)) !== "failed") continue;
    const refusal = await failureOf(office.ask());
    if (refusal === null) continue;
    await postponeRest(refusal.said);
    return;
  }
}

/** The row is locked over the network for this one mail, so that no other worker sends it meanwhile. */
async function send(office: PostOffice, id: string): Promise<"sent" | "failed" | "elsewhere"> {
  return db().transaction(async (tx) => {
    const [mail] = await tx.select().from(mails).where(and(eq(mails.id, id), due())).for("update", { skipLocked: true });
    if (!mail) return "elsewhere";
    const failure = await failureOf(office.deliver(mail));
    if (failure === null) {
      await tx.update(mails).set({ sentAt: clock.now(), attempts: mail.attempts + 1 }).where(eq(mails.id, id));
      return "sent";
    }
    const failed = failedMail(mail, failure.said, failure.forGood);
    await tx.update(mails).set(failed).where(eq(mails.id, id));
    log.warn({ failure: failure.said, mail: id }, failed.givenUpAt ? "mail not sent; it is given up" : "mail not sent; it will be tried again");
    return "failed";
  });
}

/** Those that wait equally long are written together: after a long outage there may be thousands. */
async function postponeRest(failure: string): Promise<void> {
  await db().transaction(async (tx) => {
    const rest = await tx.select({ id: mails.id, createdAt: mails.createdAt, attempts: mails.attempts }).from(mails).where(due()).for("update", { skipLocked: true });
    const alike = new Map<string, { failed: Failed; ids: string[] }>();
    for (const mail of rest) {
      const failed = failedMail(mail, failure);
      const key = `${failed.attempts} ${failed.givenUpAt !== null}`;
      const group = alike.get(key) ?? { failed, ids: [] };
      group.ids.push(mail.id);
      alike.set(key, group);
    }
    for (const { failed, ids } of alike.values()) await tx.update(mails).set(failed).where(sql`${mails.id} = any(${sql.param(ids)}::uuid[])`);
    log.warn({ failure, mails: rest.length }, "the mail server takes nothing; the rest of the round waits");
  });
}

type Failed = { attempts: number; nextAttemptAt: Date | null; givenUpAt: Date | null; lastError: string };

function failedMail(mail: { createdAt: Date; attempts: number }, failure: string, forGood = false): Failed {
  const [now, attempts] = [clock.now(), mail.attempts + 1];
  const nextAttemptAt = forGood ? null : nextAttempt(mail.createdAt, attempts, now);
  return { attempts, nextAttemptAt, givenUpAt: nextAttemptAt ? null : now, lastError: failure };
}

type Failure = { said: string; forGood: boolean };

async function failureOf(doing: Promise<unknown>): Promise<Failure | null> {
  try {
    await doing;
    return null;
  } catch (error) {
    return { said: String(error).slice(0, 300), forGood: isUnknownRecipient(error) };
  }
}
