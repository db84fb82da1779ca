import type { Metadata } from "next";
import Link from "@/app/_components/ui/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireActing, type ActingPerson } from "@/app/_server/actor";
import { DemoChip } from "@/app/_components/listing/demo-chip";
import { ActForm, FormField, SubmitButton } from "@/app/_components/ui/act-form";
import { LinkButton } from "@/app/_components/ui/button";
import { Breadcrumbs } from "@/app/_components/ui/navigation";
import { NoticeBar } from "@/app/_components/ui/notice-bar";
import { currentExpiry } from "@/lib/interests/expiry";
import { canSendInterest, sendersOf } from "@/lib/interests/policy";
import { findOpenInterest, findTarget, listOwnRecords, type Target } from "@/lib/interests/queries";
import { send } from "../actions";

type Props = { params: Promise<{ org: string }>; searchParams: Promise<{ target?: string; own?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("interests.new"))("title") };
}

async function load(actor: ActingPerson, id: string | undefined): Promise<Target> {
  return (await findTarget(actor, id ?? "")) ?? notFound();
}

/** Why this person may not send one; null when they may. */
function obstacle(actor: ActingPerson, target: Target): "own_record" | "bureau" | "over" | "barred" | "notOffered" | "notVerified" | "forbidden" | null {
  if (canSendInterest(actor, target)) return null;
  if (target.organisationId === actor.acting.organisationId) return "own_record";
  if (actor.acting.kind === "bureau") return "bureau";
  if (target.over) return "over";
  if (target.barred.includes(actor.acting.organisationId)) return "barred";
  if (target.barred.includes(target.organisationId)) return "notOffered";
  return actor.acting.verified ? "forbidden" : "notVerified";
}

/** One form: say that the organisation wants to talk about a published record. */
export default async function NewInterestPage({ params, searchParams }: Props) {
  const [{ org }, query] = await Promise.all([params, searchParams]);
  const actor = await requireActing(org);
  const target = await load(actor, query.target);
  const t = await getTranslations("interests");
  const reason = obstacle(actor, target);
  const open = reason ? null : await findOpenInterest(actor, actor.acting.organisationId, target.id);
  const others = sendersOf(actor, target).filter((one) => one.organisationId !== actor.acting.organisationId);
  const own = await listOwnRecords(actor, actor.acting.organisationId, target.kind === "achievement" ? "need" : "achievement");
  return (
    <div className="grid max-w-3xl gap-5">
      <Breadcrumbs items={[{ label: t("heading"), href: `/o/${org}/interests` }, { label: t("new.title") }]} />
      <header className="grid gap-1">
        <h1>{t("new.heading", { title: target.title })}</h1>
        <p className="flex flex-wrap items-center gap-x-2 text-ink-2">{t("new.by", { name: actor.acting.name })}<DemoChip demo={target.demo} small /></p>
        {others.length > 0 ? (
          <p className="flex flex-wrap gap-x-4 text-dense">
            <span className="text-ink-2">{t("new.instead")}</span>
            {others.map((one) => <Link key={one.organisationId} className="link" href={`/o/${one.slug}/interests/new?target=${target.id}`}>{one.name}</Link>)}
          </p>
        ) : null}
      </header>
      {reason ? <NoticeBar tone="warn">{t(`new.${reason}`)}</NoticeBar> : null}
      {open ? <NoticeBar tone="info" actions={<LinkButton href={`/o/${org}/interests?box=out`}>{t("new.see")}</LinkButton>}>{t("new.already")}</NoticeBar> : null}
      {reason || open ? null : (
        <ActForm action={send} org={org} hidden={{ targetListingId: target.id }}>
          <FormField name="message" type="textarea" label={t("new.message")} hint={t("new.messageHint", await currentExpiry())} limit={1000} rows={6} required />
          {own.length > 0 ? (
            <FormField name="ownListingId" type="select" width="full" label={t("new.own")} hint={t("new.ownHint")} placeholder={t("new.ownNone")} defaultValue={query.own ?? ""} options={own.map((one) => ({ value: one.id, label: one.anonymous ? t("new.ownAnonymous", { title: one.title }) : one.title }))} />
          ) : null}
          <div><SubmitButton>{t("new.submit")}</SubmitButton></div>
        </ActForm>
      )}
    </div>
  );
}
