import type { Metadata } from "next";
import Link from "@/app/_components/ui/link";
import { getTranslations } from "next-intl/server";
import { ListingResults } from "@/app/_components/listing-result/listing-result";
import { Facets, FilterTags } from "@/app/_components/ui/filters";
import { LinkButton } from "@/app/_components/ui/button";
import { Icon } from "@/app/_components/ui/icon";
import { SearchBox, Tabs } from "@/app/_components/ui/navigation";
import { NoticeBar } from "@/app/_components/ui/notice-bar";
import { CountSentence, Pager } from "@/app/_components/ui/pager";
import { SortLinks } from "@/app/_components/ui/sort-links";
import { kindHref, readSearch, searchHref, sortsOf, type Params } from "@/lib/search/address";
import { findListings } from "@/lib/search/find-listings";
import { organisationsNamed } from "@/lib/search/organisations-named";
import { isSearch, searchOf } from "@/lib/subscriptions/address";
import { appliedFilters, facetGroups, facetLabels } from "./facet-groups";
import { NothingFound } from "./nothing-found";
import { OrganisationsFound } from "./organisations-found";

type Props = { searchParams: Promise<Params> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations("search");
  const { q } = readSearch(await searchParams);
  return { title: q ? t("titleFor", { q }) : t("title") };
}

export default async function SearchPage({ searchParams }: Props) {
  const params = await searchParams;
  const address = readSearch(params);
  const t = await getTranslations("search");
  const [result, organisations] = await Promise.all([findListings(address), address.page === 1 ? organisationsNamed(address.q) : null]);
  const kind = address.kind ?? "all";
  const label = await facetLabels(result, params);
  const [groups, tags] = await Promise.all([facetGroups(result, params, address.kind, label), appliedFilters(params, label)]);
  const search = searchOf(params);
  const cleared: Params = { q: params.q, kind: params.kind, asTyped: params.asTyped };
  return (
    <div className="measure grid gap-6 py-8">
      <h1 className="sr-only print:not-sr-only">{address.q ? t("titleFor", { q: address.q }) : t("heading")}</h1>
      <div data-own-search><SearchBox action="/search" defaultValue={address.q} label={t("label")} placeholder={t("placeholder")} query={{ kind: address.kind }} large suggest /></div>
      <Tabs
        label={t("tabs")}
        items={(["all", "achievement", "need"] as const).map((tab) => ({
          label: t(`kind.${tab}`), current: kind === tab,
          count: tab === "all" ? undefined : (result.facets.kind?.[tab] ?? (kind === tab ? result.total : undefined)),
          href: kindHref(params, tab === "all" ? undefined : tab),
        }))}
      />
      {result.simple ? <NoticeBar tone="warn">{t("simple")}</NoticeBar> : null}
      {result.corrected.length > 0 ? <NoticeBar actions={<Link className="link" href={searchHref(params, { asTyped: "1" })}>{t("asTyped")}</Link>}>{t("corrected", { pairs: result.corrected.map(({ from, to }) => t("correctedPair", { from, to })).join(t("comma")) })}</NoticeBar> : null}
      {result.suggested ? <NoticeBar>{t.rich("suggested", { q: result.suggested, link: (words) => <Link className="link" href={searchHref(params, { q: result.suggested! })}>{words}</Link> })}</NoticeBar> : null}
      <div className="grid gap-8 lg:grid-cols-[260px_minmax(0,1fr)]">
        {/* Dozens of boxes stand between the query and what it found. */}
        <a href="#results" className="sr-only px-2 text-dense focus:not-sr-only lg:col-span-2">{t("skipFacets")}</a>
        <Facets path="/search" query={params} groups={groups} total={result.total} />
        <section id="results" aria-label={t("heading")} className="grid content-start gap-4">
          {organisations ? <OrganisationsFound found={organisations} /> : null}
          <FilterTags items={tags} clearHref={searchHref(cleared, {})} />
          {groups.map((group) => (group.kind === "range" && group.problem ? <NoticeBar key={group.name} tone="warn">{t("unusable.of", { name: group.title, problem: group.problem })}</NoticeBar> : null))}
          <div className="flex flex-wrap items-center justify-between gap-3 border-b border-line pb-3">
            <span className="flex flex-wrap items-center gap-x-4">
              <CountSentence total={result.total} page={address.page} size={address.size} measure={t(`measure.${kind}`)} />
              {isSearch(search) && result.total > 0 ? <LinkButton variant="text" href={`/me/subscriptions/new?${search}`}><Icon name="bookmark" className="size-[1.1em]" />{t("save")}</LinkButton> : null}
            </span>
            {result.simple || result.total < 2 ? null : <SortLinks label={t("sort.label")} items={sortsOf(address.kind).map((sort) => ({ key: sort, label: t(`sort.${sort}`), current: sort === address.sort, href: searchHref(params, { sort: sort === "relevance" ? undefined : sort }) }))} />}
          </div>
          {!result.exact && result.total > 0 ? <p className="text-dense text-ink-2">{t("loose", { whole: result.whole })}</p> : null}
          {result.total === 0 ? (
            <NothingFound params={params} tags={tags} cleared={cleared} />
          ) : (
            <ListingResults hits={result.hits} typed={address.q} showKind={kind === "all"} />
          )}
          {result.total > 0 ? <Pager total={result.total} page={address.page} size={address.size} measure={t(`measure.${kind}`)} path="/search" query={params} /> : null}
        </section>
      </div>
    </div>
  );
}
