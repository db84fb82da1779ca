import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Metadata } from "next";
import Link from "@/app/_components/ui/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PublicFrame } from "@/app/_server/public-frame";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { env } from "@/lib/core/env";
import { mailFolder } from "@/lib/notifications/post-office";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.mailPage");
  return { title: t("title") };
}

type LocalMail = { id: string; to: string; subject: string; text: string; at: string };

async function newestMails(limit: number): Promise<LocalMail[]> {
  const folder = mailFolder();
  // No folder yet means that nothing was mailed.
  const names = await readdir(folder).catch(() => []);
  const newest = names.filter((name) => name.endsWith(".json")).sort().reverse().slice(0, limit);
  return Promise.all(newest.map(async (name) => JSON.parse(await readFile(path.join(folder, name), "utf8")) as LocalMail));
}

/** The post office of one's own machine: without SMTP the mails lie here. Exists only where the environment is local. */
export default async function MailPage() {
  if (env().appEnv !== "local") notFound();
  const mails = await newestMails(50);
  const t = await getTranslations("auth.mailPage");
  return (
    <PublicFrame hideSearch>
      <div className="measure grid gap-6 py-8">
        <h1>{t("title")}</h1>
        <p className="text-ink-2">{t("lead")}</p>
        {mails.length === 0 ? <EmptyState sentence={t("empty")} /> : null}
        <ul className="grid gap-4">
          {mails.map((mail) => {
            const found = /https?:\/\/\S+/.exec(mail.text)?.[0];
            const link = found && URL.canParse(found) ? new URL(found) : null;
            return (
              <li key={mail.id} className="panel grid gap-2">
                <p><strong>{mail.subject}</strong> <span className="text-dense text-ink-2">{t("to")} {mail.to}</span></p>
                <p className="text-dense whitespace-pre-line [overflow-wrap:anywhere]">{mail.text}</p>
                {link ? <p><Link href={link.pathname + link.search}>{t("open")}</Link></p> : null}
              </li>
            );
          })}
        </ul>
      </div>
    </PublicFrame>
  );
}
