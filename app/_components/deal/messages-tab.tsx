import Link from "@/app/_components/ui/link";
import { getTranslations } from "next-intl/server";
import { say } from "@/app/(workspace)/o/[org]/deals/actions";
import { ActForm, FormField, SubmitButton } from "@/app/_components/ui/act-form";
import { listHref } from "@/app/_components/ui/list-href";
import { formatDateTime } from "@/lib/core/dates";
import { canTalk } from "@/lib/deals/policy";
import { listMessages } from "@/lib/deals/queries";
import type { RoomProps } from "./deal-room";

export async function MessagesTab({ view, actor, org, base, before }: RoomProps) {
  const t = await getTranslations("deals");
  const { messages, older } = await listMessages(actor, view.deal.id, before ?? null);
  const path = `${base}/${view.deal.id}`;
  return (
    <section className="grid gap-4">
      {canTalk(actor, view.deal) ? (
        <ActForm action={say} hidden={{ dealId: view.deal.id }} {...(org ? { org } : {})} className="grid gap-3" clear>
          <FormField name="text" type="textarea" label={t("message.label")} hint={t("message.hint")} rows={3} limit={2000} />
          <div><SubmitButton variant="plain">{t("message.send")}</SubmitButton></div>
        </ActForm>
      ) : null}
      <ol className="grid gap-3">
        {messages.map((one) => (
          <li key={one.id} className={`panel grid gap-1 ${one.mine ? "border-l-4 border-l-accent" : ""}`}>
            <p className="text-dense text-ink-2"><span className="font-semibold text-ink">{one.mine ? t("message.mine") : one.author}</span>{one.organisation ? `\u3000${one.organisation}` : ""}{"\u3000"}<time dateTime={one.sentAt.toISOString()}>{formatDateTime(one.sentAt)}</time>{one.opening ? `\u3000${t("people.interest")}` : ""}</p>
            <p className="whitespace-pre-line break-words">{one.text}</p>
          </li>
        ))}
      </ol>
      {older || before ? (
        <p className="flex flex-wrap gap-5">
          {before ? <Link href={path}>{t("message.newest")}</Link> : null}
          {older ? <Link href={listHref(path, { tab: "messages", before: older })}>{t("message.older")}</Link> : null}
        </p>
      ) : null}
    </section>
  );
}
