import { getTranslations } from "next-intl/server";
import { shownOptions } from "@/app/_components/ui/facet-boxes";
import { openGroups, type FacetGroup } from "@/app/_components/ui/filters";
import { codeName } from "@/lib/codes/lists";
import { districtName } from "@/lib/codes/places";
import { termName } from "@/lib/codes/taxonomy";
import type { SearchResult } from "@/lib/engine/search-listings";
import { namesOfOrganisations } from "@/lib/organisations/names";
import { appliedBounds, readSearch, searchHref, unusableBounds, type Params } from "@/lib/search/address";

const checked = ["industry", "field", "district", "modes", "ipKinds", "organisationId"] as const;
/** A direction of the plan has no boxes, which would be hundreds; an address may name it. */
const named = [...checked, "direction"] as const;
type Named = (typeof named)[number];
const ranges = ["maturity", "price", "budget"] as const;

type Label = (facet: Named, value: string) => string;
/** What of a group is asked for: an address may hold more, which the search leaves out. */
const chosenIn = (params: Params): ((facet: Named) => string[]) => {
  const { filter } = readSearch(params);
  return (facet) => filter[facet] ?? [];
};
/** Counts by value. Values come out of an address, too: one that is called like a part of every object (`constructor`) is counted nowhere. */
const countIn = (counts: Record<string, number>, value: string): number => (Object.hasOwn(counts, value) ? counts[value]! : 0);
const order = new Intl.Collator("zh");

/** The words of every value that the page names. Organisations are named from their rows: only those that can be among the first, unless their group is opened. */
export async function facetLabels({ facets }: Pick<SearchResult, "facets">, params: Params): Promise<Label> {
  const counts = Object.entries(facets.organisationId ?? {}), open = [params[openGroups]].flat().includes("organisationId");
  const least = open ? 0 : (counts.map(([, count]) => count).sort((a, b) => b - a)[shownOptions - 1] ?? 0);
  const names = await namesOfOrganisations([...chosenIn(params)("organisationId"), ...counts.filter(([, count]) => count >= least).map(([id]) => id)]);
  return (facet, value) => {
    if (facet === "industry" || facet === "field" || facet === "direction") return termName(value);
    if (facet === "district") return districtName(value);
    if (facet === "organisationId") return names.get(value) ?? "—";
    return codeName(facet === "modes" ? "mode" : "ip_kind", value);
  };
}

/** The facets of an answer in words, what is chosen included even where it counts nothing. */
export async function facetGroups(result: Omit<SearchResult, "hits">, params: Params, kind: string | undefined, label: Label): Promise<FacetGroup[]> {
  const [t, codes] = await Promise.all([getTranslations("search"), getTranslations("codes")]);
  const groups: FacetGroup[] = [], chosenOf = chosenIn(params);
  for (const facet of checked) {
    if (facet === "ipKinds" && kind === "need") continue;
    const chosen = chosenOf(facet);
    const counts = result.facets[facet] ?? {};
    const values = [...new Set([...chosen, ...Object.keys(counts)])].filter((value) => chosen.includes(value) || countIn(counts, value) > 0);
    if (values.length === 0) continue;
    groups.push({
      name: facet, title: t(`facet.${facet}`),
      options: values.map((value) => ({ value, label: label(facet, value), count: countIn(counts, value), checked: chosen.includes(value) })).sort((a, b) => b.count - a.count || order.compare(a.label, b.label)),
    });
  }
  for (const range of ranges) {
    if ((range === "price" && kind === "need") || (range === "budget" && kind !== "need")) continue;
    const [{ from, to }, unusable] = [appliedBounds(params, range), unusableBounds(params, range)];
    groups.push({
      kind: "range", name: range, words: range === "maturity", title: t(`facet.${range}`), fromName: `${range}Min`, toName: `${range}Max`, from: unusable.from ?? from, to: unusable.to ?? to,
      ...(unusable.from || unusable.to ? { problem: t(`unusable.${range === "maturity" ? "maturity" : "money"}`, { hint: codes("maturity.unreadable"), typed: [unusable.from, unusable.to].flatMap((one) => (one ? t("unusable.typed", { one }) : [])).join("") }), wrong: { from: !!unusable.from, to: !!unusable.to } } : {}),
    });
  }
  return groups;
}

/** `without`: the search less this condition. */
export type AppliedFilter = { label: string; href: string; without: Params };

/** Applied conditions, each with the address that takes it back. */
export async function appliedFilters(params: Params, label: Label): Promise<AppliedFilter[]> {
  const t = await getTranslations("search");
  const tag = (words: string, change: Params): AppliedFilter => ({ label: words, href: searchHref(params, change), without: { ...params, page: undefined, ...change } });
  const chosenOf = chosenIn(params);
  const tags = named.flatMap((facet) => chosenOf(facet).map((value, _, chosen) => tag(label(facet, value), { [facet]: chosen.filter((other) => other !== value) })));
  for (const range of ranges) {
    const { from, to } = appliedBounds(params, range);
    if (!from && !to) continue;
    const name = t(`facet.${range}`);
    tags.push(tag(from && to ? t("range", { name, from, to }) : from ? t("rangeFrom", { name, from }) : t("rangeTo", { name, to: to ?? "" }), { [`${range}Min`]: undefined, [`${range}Max`]: undefined }));
  }
  return tags;
}
