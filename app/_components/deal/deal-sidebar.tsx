import Link from "@/app/_components/ui/link";
import { getTranslations } from "next-intl/server";
import { dismiss, end, invite, planNext, resume } from "@/app/(workspace)/o/[org]/deals/actions";
import { publicPath } from "@/app/_components/listing/paths";
import { ActForm, ConfirmButton, FormField, SubmitButton } from "@/app/_components/ui/act-form";
import { Details } from "@/app/_components/ui/details";
import { todayInHarbin, formatDate } from "@/lib/core/dates";
import { clock } from "@/lib/core/clock";
import { canDismissBroker, canEndDeal, canInviteBroker, canSetNextStep, resumeDays } from "@/lib/deals/policy";
import { listApprovedBrokers, type DealView, type ParticipantView } from "@/lib/deals/queries";
import { dealSides, endReasons } from "@/lib/deals/states";
import type { RoomProps } from "./deal-room";

/** Parties, next step, and what the reader may do beside the turn. */
export async function DealSidebar({ view, actor, org }: RoomProps) {
  const t = await getTranslations("deals");
  const { deal } = view;
  const form = { hidden: { dealId: deal.id }, ...(org ? { org } : {}) };
  const brokers = canInviteBroker(actor, deal) ? await listApprovedBrokers() : [];
  return (
    <aside className="grid content-start gap-5">
      <section className="panel grid gap-3">
        <h2 className="text-h3">{t("people.title")}</h2>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-4 gap-y-2 text-dense">
          {dealSides.map((side) => <Side key={side} view={view} side={side} word={t(`people.${side}`)} />)}
        {view.people.filter((one) => one.role === "broker").map((one) => (
          <div key={one.userId} className="contents"><dt className="text-ink-2">{t("people.broker")}</dt>
            <dd className="flex flex-wrap items-baseline gap-x-4"><span>{one.name}{one.status === "active" ? "" : `\u3000${t(`people.status.${one.status}`)}`}</span>
              {canDismissBroker(actor, deal) && (one.status === "active" || one.status === "invited") ? <DismissBroker dealId={deal.id} org={org} person={one} /> : null}
            </dd>
          </div>
        ))}
        {view.listings.length > 0 ? (
          <div className="contents"><dt className="text-ink-2">{t("people.records")}</dt>
            <dd className="flex flex-wrap gap-x-3">{view.listings.map((one) => {
              const words = `${t(`recordKind.${one.kind}`)} ${one.number}`;
              return one.open ? <Link key={one.id} href={publicPath(one.kind, one.id)}>{words}</Link> : <span key={one.id}>{t("people.suspended", { record: words })}</span>;
            })}</dd>
          </div>
        ) : null}
        </dl>
        <Details className="text-dense"><summary className="text-accent">{t("people.interest")}</summary><p className="whitespace-pre-line">{view.interest.message}</p></Details>
      </section>
      <section className="panel grid gap-3">
        <h2 className="text-h3">{t("next.title")}</h2>
        {deal.nextStep ? (
          <p>{deal.nextStep}<span className="block text-dense text-ink-2">{deal.nextDue ? t("next.by", { side: t(`people.${deal.nextSide ?? "seller"}`), date: formatDate(deal.nextDue) }) : t("next.by_nodate", { side: t(`people.${deal.nextSide ?? "seller"}`) })}</span></p>
        ) : <p className="text-ink-2">{t("next.none")}</p>}
        {canSetNextStep(actor, deal) ? (
          <Details>
            <summary className="text-dense text-accent">{t("next.edit")}</summary>
            <ActForm action={planNext} {...form} className="mt-2 grid gap-4" clear>
              <FormField name="nextStep" label={t("next.what")} required />
              <FormField name="nextSide" type="radio" inline label={t("next.side")} defaultValue={view.side ?? "seller"} options={dealSides.map((side) => ({ value: side, label: t(`people.${side}`) }))} />
              <FormField name="nextDue" type="date" label={t("next.due")} hint={t("next.dueHint")} defaultValue={deal.nextDue ?? todayInHarbin(clock.now())} />
              <div><SubmitButton variant="plain">{t("next.save")}</SubmitButton></div>
            </ActForm>
          </Details>
        ) : null}
      </section>
      {canInviteBroker(actor, deal) ? (
        <Details className="panel">
          <summary className="text-accent">{t("broker.invite")}</summary>
          {brokers.length === 0 ? <p className="mt-2 text-dense text-ink-2">{t("broker.none")}</p> : (
            <ActForm action={invite} {...form} className="mt-3 grid gap-4">
              <FormField name="brokerId" type="select" label={t("broker.choose")} hint={t("broker.chooseHint")} placeholder="" options={brokers.map((one) => ({ value: one.id, label: one.organisation ? `${one.name}\u3000${one.organisation}` : one.name }))} />
              <div><SubmitButton variant="plain">{t("broker.submit")}</SubmitButton></div>
            </ActForm>
          )}
        </Details>
      ) : null}
      {canEndDeal(actor, deal) ? (
        <Details className="panel">
          <summary className="text-bad">{t("end.open")}</summary>
          <ActForm action={end} {...form} className="mt-3 grid gap-4">
            <FormField name="reason" type="select" label={t("end.reason")} placeholder="" options={endReasons.filter((reason) => reason !== "registration_refused" || deal.contracts.length > 0).map((reason) => ({ value: reason, label: t(`endReason.${reason}`) }))} />
            <FormField name="note" type="textarea" label={t("end.note")} hint={t("end.noteHint")} rows={2} />
            <div><ConfirmButton rehearsed variant="danger" title={t("end.title", { title: deal.title })} body={deal.contracts.length > 0 ? `${t("end.bodySigned")}${t("end.body")}` : t("end.body")} cancel={t("end.cancel")}>{t("end.submit")}</ConfirmButton></div>
          </ActForm>
        </Details>
      ) : null}
      {view.mayResume && !(view.seller.halted ?? view.buyer.halted) ? (
        <ActForm action={resume} {...form} className="panel grid gap-3">
          <p className="text-dense text-ink-2">{t("resume.hint", { days: resumeDays })}</p>
          <div><ConfirmButton title={t("resume.title", { title: deal.title })} body={t("resume.body")}>{t("resume.submit")}</ConfirmButton></div>
        </ActForm>
      ) : null}
    </aside>
  );
}

async function DismissBroker({ dealId, org, person }: { dealId: string; org?: string | undefined; person: ParticipantView }) {
  const t = await getTranslations("deals.broker");
  const way = person.status === "invited" ? "uninvite" : "dismiss";
  return (
    <ActForm action={dismiss} hidden={{ dealId, userId: person.userId }} {...(org ? { org } : {})} className="">
      <ConfirmButton variant="text" title={t(`${way}Title`, { name: person.name })} body={t(`${way}Body`)}>{t(way)}</ConfirmButton>
    </ActForm>
  );
}

function Side({ view, side, word }: { view: DealView; side: "seller" | "buyer"; word: string }) {
  const people = view.people.filter((one) => one.role === side && one.status === "active").map((one) => one.name);
  return (
    <div className="contents">
      <dt className="text-ink-2">{word}</dt>
      <dd><span className="font-semibold">{view[side].name}</span>{people.length > 0 ? <span className="block">{people.join("\u3001")}</span> : null}</dd>
    </div>
  );
}
