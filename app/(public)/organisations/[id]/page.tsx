import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache, Fragment } from "react";
import { DemoChip } from "@/app/_components/listing/demo-chip";
import { publicPath } from "@/app/_components/listing/paths";
import { ResultList, type ResultRow } from "@/app/_components/listing-result/result-list";
import { maybeActor } from "@/app/_server/actor";
import { found } from "@/app/_server/found";
import { LinkButton } from "@/app/_components/ui/button";
import { Chip } from "@/app/_components/ui/chip";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { NoticeBar } from "@/app/_components/ui/notice-bar";
import { Tabs } from "@/app/_components/ui/navigation";
import { Pager } from "@/app/_components/ui/pager";
import { codeName } from "@/lib/codes/lists";
import { placeName } from "@/lib/codes/places";
import { maturityName } from "@/lib/codes/maturity";
import { termName } from "@/lib/codes/taxonomy";
import { dateInHarbin, formatDate } from "@/lib/core/dates";
import { pageRequest } from "@/lib/core/page";
import { countPublishedBy, publishedBy, type ListingCard } from "@/lib/listings/queries";
import { listingKinds } from "@/lib/listings/states";
import { findStandingMark } from "@/lib/organisations/dishonesty";
import { canMarkDishonest } from "@/lib/organisations/policy";
import { getPublicOrganisation } from "@/lib/organisations/queries";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ kind?: string; page?: string; size?: string }> };

/** Of a summary, so much is sent: the list shows two lines of 46 characters. */
const shownCharacters = 120;

const load = cache(async (id: string) => {
  return found(getPublicOrganisation(id));
});

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const organisation = await load((await params).id);
  const t = await getTranslations("organisations.public");
  return { title: `${organisation.name} — ${t("eyebrow")}` };
}

/** An organisation as everybody sees it: who it is, and what it shows on the market. */
export default async function OrganisationPage({ params, searchParams }: Props) {
  const { id } = await params;
  const [organisation, query, actor] = await Promise.all([load(id), searchParams, maybeActor()]);
  const request = pageRequest(query);
  const [t, integrity, measure] = await Promise.all([getTranslations("organisations"), getTranslations("integrity"), getTranslations("listings.measure")]);
  const [listed, totals] = await Promise.all([findStandingMark(organisation.id), countPublishedBy(organisation.id)]);
  const kind = listingKinds.find((one) => one === query.kind) ?? (totals.achievement === 0 && totals.need > 0 ? "need" : "achievement");
  const cards = totals[kind] > 0 ? await publishedBy(organisation.id, kind, actor, request) : [];
  const path = `/organisations/${organisation.id}`;
  // Each in one piece: a zone has as many signs as two districts.
  const tags = [t(`kind.${organisation.kind}`), ...(organisation.districtCode ? [placeName(organisation.districtCode)] : []), ...organisation.zones.map((zone) => codeName("zone", zone))];
  return (
    <div className="measure grid gap-8 py-8">
      {listed ? <NoticeBar tone="warn">{integrity("publicBar", { date: formatDate(listed.listedOn), source: listed.source })}</NoticeBar> : null}
      <header className="grid gap-3">
        <p className="text-dense text-ink-2">{tags.map((tag, at) => <Fragment key={tag}>{at > 0 ? " " : ""}<span className="inline-block">{at + 1 < tags.length ? `${tag} ·` : tag}</span></Fragment>)}</p>
        <h1 className="flex flex-wrap items-center gap-3">
          {organisation.name}
          {organisation.verified ? <Chip tone="ok" icon="shield-check">{t("public.verified")}</Chip> : null}
          <DemoChip demo={organisation.demo} />
        </h1>
        {organisation.introduction ? <p className="prose-zh max-w-[40em] whitespace-pre-line">{organisation.introduction}</p> : null}
        {!listed && canMarkDishonest(actor, organisation) ? <p><LinkButton variant="text" href={`/integrity/new?organisation=${organisation.id}`}>{integrity("mark")}</LinkButton></p> : null}
      </header>
      {totals.achievement + totals.need === 0 ? <EmptyState sentence={t("public.none")} /> : (
        <section className="grid gap-4">
          <Tabs label={t("public.shown")} items={listingKinds.map((one) => ({ label: t(`public.${one}s`), current: one === kind, count: totals[one], href: `${path}?kind=${one}` }))} />
          <ResultList rows={cards.map(resultRow)} level={2} demo={<DemoChip demo small />} />
          <Pager total={totals[kind]} page={request.page} size={request.size} measure={measure(kind)} path={path} query={query} />
        </section>
      )}
    </div>
  );
}

/** Its own records: whose they are is said above. */
function resultRow(card: ListingCard): ResultRow {
  const facts = [card.number, card.fieldCode ? termName(card.fieldCode) : "", card.maturity ? maturityName(card.maturity) : "", card.publishedAt ? dateInHarbin(card.publishedAt) : ""].filter(Boolean);
  const text = card.summary.length > shownCharacters ? `${[...card.summary].slice(0, shownCharacters).join("")}…` : card.summary;
  return { href: publicPath(card.kind, card.id), title: card.title, ...(text ? { text } : {}), facts, ...(card.demo ? { demo: 1 as const } : {}) };
}
