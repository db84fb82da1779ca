import type { Metadata } from "next";
import Link from "@/app/_components/ui/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireBureau } from "@/app/_server/actor";
import { ActForm, ConfirmButton, FormField } from "@/app/_components/ui/act-form";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Breadcrumbs, SearchBox } from "@/app/_components/ui/navigation";
import { NoticeBar } from "@/app/_components/ui/notice-bar";
import { clock } from "@/lib/core/clock";
import { todayInHarbin } from "@/lib/core/dates";
import { typedIn } from "@/lib/core/typed-text";
import { findStandingMark, findToMark, type MarkCandidate } from "@/lib/organisations/dishonesty";
import { canMarkDishonest } from "@/lib/organisations/policy";
import { mark } from "../actions";

type Props = { searchParams: Promise<{ q?: string; organisation?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("integrity"))("mark") };
}

/** First whom it is about, then why, by whose finding and for how long. */
export default async function MarkPage({ searchParams }: Props) {
  const [actor, query] = await Promise.all([requireBureau("oversee"), searchParams]);
  const t = await getTranslations("integrity");
  const words = await getTranslations("organisations");
  const q = typedIn(query.q);
  const hits = await findToMark(actor, { q, id: query.organisation });
  const chosen = query.organisation ? hits[0] : undefined;
  if (query.organisation && !chosen) notFound();
  return (
    <div className="grid max-w-3xl gap-5">
      <Breadcrumbs items={[{ label: t("title"), href: "/integrity" }, { label: t("mark") }]} />
      <h1>{chosen ? t("markOne", { name: chosen.name }) : t("mark")}</h1>
      {chosen ? (canMarkDishonest(actor, chosen) ? <MarkForm chosen={chosen} /> : <NoticeBar tone="warn">{t("own")}</NoticeBar>) : (
        <>
          <SearchBox action="/integrity/new" defaultValue={q} label={t("find")} placeholder={t("find")} query={{}} />
          {q && hits.length === 0 ? <EmptyState sentence={t("notFound")} /> : null}
          <ul className="ledger">{hits.map((one) => (
            <li key={one.id}><Link href={`/integrity/new?organisation=${one.id}`}>{one.name}</Link><span className="ml-3 text-dense text-ink-3">{words(`kind.${one.kind}`)}{one.creditCode ? ` ${one.creditCode}` : ""}</span></li>
          ))}</ul>
        </>
      )}
    </div>
  );
}

async function MarkForm({ chosen }: { chosen: MarkCandidate }) {
  const t = await getTranslations("integrity");
  if (await findStandingMark(chosen.id)) return <NoticeBar tone="info">{t("already")}</NoticeBar>;
  return (
    <ActForm action={mark} hidden={{ organisationId: chosen.id }}>
      <FormField name="reason" type="textarea" label={t("reason")} hint={t("reasonHint")} limit={500} rows={4} required />
      <FormField name="source" label={t("source")} hint={t("sourceHint")} width="full" required />
      <FormField name="listedOn" type="date" label={t("listedOn")} defaultValue={todayInHarbin(clock.now())} />
      <FormField name="untilOn" type="date" label={t("untilOn")} hint={t("untilHint")} />
      <div><ConfirmButton rehearsed variant="danger" title={t("confirmTitle", { name: chosen.name })} body={t("confirmBody")}>{t("mark")}</ConfirmButton></div>
    </ActForm>
  );
}
