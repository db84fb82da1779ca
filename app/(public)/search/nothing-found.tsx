import { getTranslations } from "next-intl/server";
import Link from "@/app/_components/ui/link";
import { formatCount } from "@/lib/core/figures";
import { readSearch, searchHref, type Params } from "@/lib/search/address";
import { waysOut } from "@/lib/search/ways-out";
import { isSearch, searchOf } from "@/lib/subscriptions/address";
import type { AppliedFilter } from "./facet-groups";

type Props = { params: Params; tags: AppliedFilter[]; cleared: Params };

/** So many conditions are tried without: each is a search of its own. */
const mostTried = 4;

/** That nothing was found, and the searches nearest to this one that find something, each with how much. */
export async function NothingFound({ params, tags, cleared }: Props) {
  const t = await getTranslations("search");
  const { q, kind } = readSearch(params);
  const measure = t(`measure.${kind ?? "all"}`), nouns = measure.slice(1), search = searchOf(params);
  const ways = await waysOut([
    ...tags.slice(0, mostTried).map(({ label, without }) => ({ label: t("withoutFilter", { label }), params: without })),
    ...(tags.length > 1 ? [{ label: t("withoutFilters"), params: cleared }] : []),
    ...(q ? [{ label: t("withoutQuery"), params: { ...params, q: undefined, page: undefined } }] : []),
  ]);
  return (
    <div className="panel grid gap-3">
      <p className="break-words">{q && tags.length === 0 ? t("noneFor", { q: shortened(q), kind: nouns }) : t("none", { kind: nouns })}</p>
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {ways.map((way) => <li key={way.label}><Link className="link" href={searchHref(way.params, {})}>{t("wayOut", { way: way.label, count: formatCount(way.total), measure })}</Link></li>)}
        {isSearch(search) ? <li><Link className="link" href={`/me/subscriptions/new?${search}`}>{t("saveEmpty")}</Link></li> : null}
        {kind === "need" ? null : <li><Link className="link" href="/me/needs/new">{t("publishNeed")}</Link></li>}
      </ul>
    </div>
  );
}

/** A pasted page is not said back in full. */
function shortened(q: string): string {
  const characters = [...q];
  return characters.length > 40 ? `${characters.slice(0, 39).join("")}…` : q;
}
