import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import nodemailer from "nodemailer";
import type { mails } from "@/db/schema";
import { env } from "@/lib/core/env";
import { wordMail } from "./word-mail";

type Mail = typeof mails.$inferSelect;

/** Where a round of mails is handed in. */
export type PostOffice = {
  deliver(mail: Mail): Promise<void>;
  /** Throws when it takes nothing at all now: then a failed delivery was not the fault of its mail. */
  ask(): Promise<void>;
};

export function openPostOffice(): PostOffice {
  const { smtpUrl } = env();
  return smtpUrl ? smtpServer(smtpUrl) : folder;
}

/** nodemailer would wait two minutes for a connection and ten for an answer. The address may set its own limits (`?socketTimeout=30000`). */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 10_000 };

export function smtpTransport(url: string) {
  return nodemailer.createTransport({ url, ...patience });
}

/** The server knows no such recipient (RFC 5321 4.2.1: a 5yz reply is not to be tried again). What it has against the sender may be mended. */
export function isUnknownRecipient(error: unknown): boolean {
  const { command, responseCode } = error as { command?: string; responseCode?: number };
  return command === "RCPT TO" && (responseCode ?? 0) >= 500;
}

function smtpServer(url: string): PostOffice {
  const transport = smtpTransport(url);
  return {
    async deliver(mail) {
      await transport.sendMail({ messageId: `<${mail.id}@platform>`, from: env().mailFrom, to: mail.toAddress, ...wordMail(mail) });
    },
    async ask() {
      await transport.verify();
    },
  };
}

/** Where mail goes when no SMTP server is configured; shown on the local page /dev/mail. */
export function mailFolder(): string {
  return path.join(env().varDir, "mail");
}

const folder: PostOffice = {
  async deliver(mail) {
    await mkdir(mailFolder(), { recursive: true });
    const target = path.join(mailFolder(), `${mail.id}.json`);
    await writeFile(`${target}.part`, JSON.stringify({ id: mail.id, to: mail.toAddress, ...wordMail(mail), at: mail.createdAt.toISOString() }, null, 1));
    await rename(`${target}.part`, target);
  },
  async ask() {
    await mkdir(mailFolder(), { recursive: true });
  },
};
