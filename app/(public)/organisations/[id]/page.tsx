import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { DemoChip } from "@/app/_components/listing/demo-chip";
import { publicPath } from "@/app/_components/listing/paths";
import { maybeActor } from "@/app/_server/actor";
import { found } from "@/app/_server/found";
import { LinkButton } from "@/app/_components/ui/button";
import { Chip } from "@/app/_components/ui/chip";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { NoticeBar } from "@/app/_components/ui/notice-bar";
import { Tabs } from "@/app/_components/ui/navigation";
import { Pager } from "@/app/_components/ui/pager";
import { placeName } from "@/lib/codes/places";
import { maturityName } from "@/lib/codes/maturity";
import { termName } from "@/lib/codes/taxonomy";
import { dateInHarbin, formatDate } from "@/lib/core/dates";
import { pageRequest } from "@/lib/core/page";
import { publishedBy, type ListingCard } from "@/lib/listings/queries";
import { listingKinds } from "@/lib/listings/states";
import { findStandingMark } from "@/lib/organisations/dishonesty";
import { canMarkDishonest } from "@/lib/organisations/policy";
import { getPublicOrganisation } from "@/lib/organisations/queries";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ kind?: string; page?: string; size?: string }> };

const load = cache(async (id: string) => {
  return found(getPublicOrganisation(await maybeActor(), id));
});

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const organisation = await load((await params).id);
  const t = await getTranslations("organisations.public");
  return { title: `${organisation.name} — ${t("eyebrow")}` };
}

/** An organisation as everybody sees it: who it is, and what it shows on the market. */
export default async function OrganisationPage({ params, searchParams }: Props) {
  const [organisation, query, actor] = [await load((await params).id), await searchParams, await maybeActor()];
  const t = await getTranslations("organisations");
  const [integrity, listed] = [await getTranslations("integrity"), await findStandingMark(organisation.id)];
  const measure = await getTranslations("listings.measure");
  const request = pageRequest(query);
  const [achievements, needs] = await Promise.all([publishedBy(organisation.id, "achievement", actor, request), publishedBy(organisation.id, "need", actor, request)]);
  const kind = listingKinds.find((one) => one === query.kind) ?? (achievements.total === 0 && needs.total > 0 ? "need" : "achievement");
  const list = kind === "need" ? needs : achievements;
  const path = `/organisations/${organisation.id}`;
  return (
    <div className="measure grid gap-8 py-8">
      {listed ? <NoticeBar tone="warn">{integrity("publicBar", { date: formatDate(listed.listedOn), source: listed.source })}</NoticeBar> : null}
      <header className="grid gap-3">
        <p className="text-dense text-ink-2">{t(`kind.${organisation.kind}`)}{organisation.districtCode ? ` · ${placeName(organisation.districtCode)}` : ""}</p>
        <h1 className="flex flex-wrap items-center gap-3">
          {organisation.name}
          {organisation.verified ? <Chip tone="ok" icon="shield-check">{t("public.verified")}</Chip> : null}
          <DemoChip demo={organisation.demo} />
        </h1>
        {organisation.introduction ? <p className="prose-zh max-w-[40em] whitespace-pre-line">{organisation.introduction}</p> : null}
        {!listed && canMarkDishonest(actor, organisation) ? <p><LinkButton variant="text" href={`/integrity/new?organisation=${organisation.id}`}>{integrity("mark")}</LinkButton></p> : null}
      </header>
      {achievements.total + needs.total === 0 ? <EmptyState sentence={t("public.none")} /> : (
        <section className="grid gap-4">
          <Tabs label={t("public.shown")} items={listingKinds.map((one) => ({ label: t(`public.${one}s`), current: one === kind, count: one === "need" ? needs.total : achievements.total, href: `${path}?kind=${one}` }))} />
          <Cards cards={list.rows} />
          <Pager total={list.total} page={list.page} size={list.size} measure={measure(kind)} path={path} query={query} />
        </section>
      )}
    </div>
  );
}

function Cards({ cards }: { cards: ListingCard[] }) {
  return (
    <ul className="ledger">
      {cards.map((card) => (
        <li key={card.id} className="grid gap-1">
          <h2 className="text-h3"><Link href={publicPath(card.kind, card.id)}>{card.title}</Link></h2>
          {card.summary ? <p className="line-clamp-2 max-w-[46em] text-ink-2">{card.summary}</p> : null}
          <p className="flex flex-wrap items-center gap-x-5 gap-y-1 text-dense text-ink-3">
            <span>{card.number}</span>
            {card.fieldCode ? <span>{termName(card.fieldCode)}</span> : null}
            {card.maturity ? <span>{maturityName(card.maturity)}</span> : null}
            {card.publishedAt ? <span>{dateInHarbin(card.publishedAt)}</span> : null}
            <DemoChip demo={card.demo} small />
          </p>
        </li>
      ))}
    </ul>
  );
}
