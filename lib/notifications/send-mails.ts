import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { and, asc, eq, isNull, lt } from "drizzle-orm";
import nodemailer from "nodemailer";
import { db } from "@/db/client";
import { mails } from "@/db/schema";
import { clock } from "@/lib/core/clock";
import { env } from "@/lib/core/env";
import { log } from "@/lib/core/log";
import { wordMail } from "./word-mail";

/** Where mail goes when no SMTP server is configured; shown on the local page /dev/mail. */
export function mailFolder(): string {
  return path.join(env().varDir, "mail");
}

/**
 * Sends what is unsent, oldest first. The id is the Message-ID, so a second copy after a crash can be recognised.
 * A mail that cannot be sent is tried again with the next round, up to 50 times; others do not wait for it.
 */
export async function sendMails(): Promise<"sent" | "failed"> {
  let outcome: "sent" | "failed" = "sent";
  const waiting = await db().select({ id: mails.id }).from(mails).where(and(isNull(mails.sentAt), lt(mails.attempts, 50))).orderBy(asc(mails.createdAt)).limit(100);
  for (const { id } of waiting) {
    await db().transaction(async (tx) => {
      const [mail] = await tx.select().from(mails).where(and(eq(mails.id, id), isNull(mails.sentAt))).for("update", { skipLocked: true });
      if (!mail) return;
      try {
        await deliver(mail);
        await tx.update(mails).set({ sentAt: clock.now(), attempts: mail.attempts + 1 }).where(eq(mails.id, id));
      } catch (error) {
        outcome = "failed";
        log.warn({ err: error, mail: id }, "mail not sent; it will be tried again");
        await tx.update(mails).set({ attempts: mail.attempts + 1, lastError: String(error).slice(0, 300) }).where(eq(mails.id, id));
      }
    });
  }
  return outcome;
}

async function deliver(mail: typeof mails.$inferSelect): Promise<void> {
  const { subject, text } = wordMail(mail);
  if (env().smtpUrl) {
    const transport = nodemailer.createTransport(env().smtpUrl!);
    await transport.sendMail({ messageId: `<${mail.id}@platform>`, from: env().mailFrom, to: mail.toAddress, subject, text });
    return;
  }
  await mkdir(mailFolder(), { recursive: true });
  const target = path.join(mailFolder(), `${mail.id}.json`);
  await writeFile(`${target}.part`, JSON.stringify({ id: mail.id, to: mail.toAddress, subject, text, at: mail.createdAt.toISOString() }, null, 1));
  await rename(`${target}.part`, target);
}
