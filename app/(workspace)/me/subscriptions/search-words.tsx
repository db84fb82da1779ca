import { getTranslations } from "next-intl/server";
import { appliedFilters, facetLabels } from "@/app/(public)/search/facet-groups";
import { addressOf, paramsOf } from "@/lib/subscriptions/address";

/** What a saved search looks for, in the words of the search page. */
export async function searchWords(query: string): Promise<string> {
  const t = await getTranslations("search");
  const { q, kind } = addressOf(query);
  const params = paramsOf(query);
  const tags = await appliedFilters(params, await facetLabels({ facets: {} }, params));
  return [t(`kind.${kind ?? "all"}`), ...(q ? [t("quoted", { q })] : []), ...tags.map((tag) => tag.label)].join(t("comma"));
}
