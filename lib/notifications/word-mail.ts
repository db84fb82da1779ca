import { readFileSync } from "node:fs";
import path from "node:path";
import { createTranslator } from "use-intl/core";
import type { mails } from "@/db/schema";
import { authSecret, env } from "@/lib/core/env";
import { deriveToken } from "@/lib/core/id";
import { noticeKey } from "./notice-key";

let kept: Record<string, Record<string, string>> | undefined;

function words(name: string): Record<string, string> {
  kept ??= {};
  kept[name] ??= JSON.parse(readFileSync(path.join(process.cwd(), "lib/messages/zh-CN", `${name}.json`), "utf8")) as Record<string, string>;
  return kept[name];
}

/** Subject and text of a stored mail. A token is derived here, at the last moment, and stands nowhere else. */
export function wordMail(mail: Pick<typeof mails.$inferSelect, "template" | "values" | "requestId"> & Partial<Pick<typeof mails.$inferSelect, "lines">>): { subject: string; text: string } {
  const t = createTranslator({ locale: "zh-CN", messages: { mail: words("mail"), notices: words("notices"), digests: words("digests") } as never }) as (key: string, values?: Record<string, string | number>) => string;
  const base = env().publicUrl;
  if (mail.template === "notice") {
    const sentence = t(`notices.${noticeKey(String(mail.values.kind))}`, mail.values);
    const link = `${base}${String(mail.values.href)}`;
    if (!mail.lines) return { subject: t("mail.notice_subject", { sentence }), text: t("mail.notice_text", { sentence, link }) };
    const lines = mail.lines.map((line) => `${t(`digests.line.${line.key}`, line.values)}\n${base}${line.href}`).join("\n\n");
    return { subject: t("mail.notice_subject", { sentence }), text: t("mail.digest_text", { sentence, lines, link, settings: `${base}/me/inbox/settings` }) };
  }
  const link = mail.requestId ? `${base}${String(mail.values.path)}/${deriveToken(authSecret(), mail.template, mail.requestId)}` : `${base}${String(mail.values.path ?? "/")}`;
  // A name that nobody has compared stands in no subject: it could say anything in ours.
  const worded = `mail.${mail.template}${mail.values.again ? "_again" : mail.values.unverified ? "_unverified" : ""}`;
  return { subject: t(`${worded}_subject`, mail.values), text: t(`${worded}_text`, { ...mail.values, link, forgot: `${base}/forgot-password` }) };
}
