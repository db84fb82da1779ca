import Link from "@/app/_components/ui/link";
import { getTranslations } from "next-intl/server";
import { InterestChip } from "@/app/_components/deal/status-chips";
import { DemoChip } from "@/app/_components/listing/demo-chip";
import { ActForm, ConfirmButton, FormField, SubmitButton } from "@/app/_components/ui/act-form";
import { LinkButton } from "@/app/_components/ui/button";
import { Chip } from "@/app/_components/ui/chip";
import { Details } from "@/app/_components/ui/details";
import type { Actor } from "@/lib/core/actor";
import { clock } from "@/lib/core/clock";
import { dateInHarbin, deadlinePieces, formatDate, formatDateTime, todayInHarbin } from "@/lib/core/dates";
import { canAnswerInterest, canUndoDecline, canWithdrawInterest, mayAcceptInterest } from "@/lib/interests/policy";
import type { InterestView } from "@/lib/interests/queries";
import { dismissalReasons } from "@/lib/interests/states";
import { accept, decline, undoDecline, withdraw } from "./actions";

/** One interest with what can be done about it now. */
export async function InterestCard({ interest, actor, org, box }: { interest: InterestView; actor: Actor; org: string; box: "in" | "out" }) {
  const t = await getTranslations("interests");
  const subject = { status: interest.status, fromOrganisationId: interest.from.id, toOrganisationId: interest.to.id, expiresAt: interest.expiresAt, barred: interest.barred }, now = clock.now();
  const other = (box === "in" ? interest.from.name : interest.to.name) || t("anonymous");
  const words = { name: other, kind: t(`kind.${interest.target.kind}`), title: interest.target.title };
  // The limit ends at midnight: its last day is the day before that moment.
  const lastDay = dateInHarbin(new Date(interest.expiresAt.getTime() - 1));
  const left = deadlinePieces(lastDay, todayInHarbin(now));
  const due = left.state === "left" ? t("dueLeft", { days: left.days, date: formatDate(lastDay, "monthDay") }) : t(left.state === "today" ? "dueToday" : "dueOver");
  return (
    <article className="panel grid gap-3">
      <header className="flex flex-wrap items-start justify-between gap-3">
        <h2 className="text-h3">{t(box === "in" ? "from" : "to", words)}</h2>
        <span className="flex flex-wrap gap-2">
          <InterestChip status={interest.status} />
          {interest.status === "sent" ? <Chip tone={left.state === "left" ? "wait" : "warn"} icon="clock">{due}</Chip> : null}
        </span>
      </header>
      <p className="whitespace-pre-line">{interest.message}</p>
      {interest.own ? (
        <p className="text-dense text-ink-2">
          {interest.own.record === "later" ? t("ownLater") : <>{t(box === "in" ? "ownTheirs" : "ownOurs", { kind: t(`kind.${interest.own.kind}`) })}<Link href={`/${interest.own.kind}s/${interest.own.record.id}`}>{interest.own.record.title}</Link></>}
        </p>
      ) : null}
      {interest.reason ? <p className="text-ink-2">{t("reasonIs", { reason: t(`reasons.${interest.reason}`) })}{interest.answer ? `\u3000${interest.answer}` : ""}</p> : null}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-dense text-ink-3">
        <span>{t("sentAt", { time: formatDateTime(interest.sentAt) })}</span>
        {interest.answeredAt ? <span>{t("answeredAt", { time: formatDateTime(interest.answeredAt) })}</span> : null}
        <Link href={`/${interest.target.kind}s/${interest.target.id}`}>{t("look", { kind: words.kind })} {interest.target.number}</Link>
        <DemoChip demo={interest.target.demo} small />
        {interest.dealId ? <span className="md:ml-auto"><LinkButton href={`/o/${org}/deals/${interest.dealId}`}>{t("openDeal")}</LinkButton></span> : null}
      </div>
      {canAnswerInterest(actor, subject, now) ? (
        <div className="flex flex-wrap items-start gap-3">
          {mayAcceptInterest(actor, subject) ? (
            <ActForm action={accept} org={org} hidden={{ interestId: interest.id }} className="grid gap-3">
              <ConfirmButton variant="primary" title={t("acceptTitle", { name: other })} body={t("acceptBody")}>{t("accept")}</ConfirmButton>
            </ActForm>
          ) : <p className="w-full text-dense text-warn">{t(interest.barred.includes(interest.to.id) ? "barredSelf" : "barredOther", { name: other })}</p>}
          <Details className="min-w-0">
            <summary className="inline-flex min-h-(--h-control) items-center text-accent">{t("decline")}</summary>
            <ActForm action={decline} org={org} hidden={{ interestId: interest.id }} className="mt-2 grid gap-4">
              <FormField name="reason" type="select" label={t("reason")} placeholder={t("chooseReason")} options={dismissalReasons.map((reason) => ({ value: reason, label: t(`reasons.${reason}`) }))} />
              <FormField name="answer" type="textarea" label={t("answerLabel")} hint={t("answerHint")} limit={500} rows={2} />
              <div><SubmitButton variant="plain">{t("decline")}</SubmitButton></div>
            </ActForm>
          </Details>
        </div>
      ) : null}
      {canUndoDecline(actor, subject, now) ? (
        <ActForm action={undoDecline} org={org} hidden={{ interestId: interest.id }} className="flex flex-wrap items-center gap-3">
          <SubmitButton variant="plain">{t("undoDecline")}</SubmitButton><span className="text-dense text-ink-3">{t("undoDeclineHint")}</span>
        </ActForm>
      ) : null}
      {canWithdrawInterest(actor, subject, now) ? (
        <ActForm action={withdraw} org={org} hidden={{ interestId: interest.id }} className="grid gap-3">
          <div><ConfirmButton title={t("withdrawTitle")} body={t("withdrawBody")}>{t("withdraw")}</ConfirmButton></div>
        </ActForm>
      ) : null}
    </article>
  );
}
