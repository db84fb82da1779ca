import Link from "@/app/_components/ui/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatCount } from "@/lib/core/figures";
import { facetBoxes, mostOptions, type FacetOption } from "./facet-boxes";
import { FacetForm, type FacetPart, type FacetRow } from "./facet-form";
import { Glyph } from "./glyph";
import { hiddenPairs, listHref } from "./list-href";
import type { Query } from "./list-href";

/** Applied conditions in words; each can be taken back. Prints as a sentence. */
export function FilterTags({ items, clearHref }: { items: readonly { label: string; href: string }[]; clearHref: string }) {
  const t = useTranslations("ui.filters");
  if (items.length === 0) return null;
  return (
    <ul aria-label={t("label")} className="flex flex-wrap items-center gap-2">
      {items.map((item) => (
        <li key={item.label}>
          <Link href={item.href} scroll={false} aria-label={t("remove", { label: item.label })} className="filter-tag">
            {item.label}
            <Glyph name="cross" />
          </Link>
        </li>
      ))}
      {items.length > 1 ? (
        <li className="screen-only">
          <Link href={clearHref} scroll={false} className="px-2 text-dense">{t("clear")}</Link>
        </li>
      ) : null}
    </ul>
  );
}

export type FacetGroup =
  | { kind?: "check"; name: string; title: string; options: readonly FacetOption[] }
  | { kind: "range"; name: string; title: string; fromName: string; toName: string; from?: string | undefined; to?: string | undefined; unit?: string; /** A bound may be a word, too. */ words?: boolean; /** Said below the boxes, with the one that it is about. */ problem?: string; wrong?: { from: boolean; to: boolean } };

type FacetsProps = {
  path: string;
  /** Everything in the address; what the facets themselves send is replaced, the page is dropped. */
  query: Query;
  groups: readonly FacetGroup[];
  total: number;
  children?: ReactNode;
};

/** In the address: the groups that are opened. */
export const openGroups = "more";

/**
 * Facets as one GET form: works without script; with it a tick applies at once on wide screens. On phones the form is a sheet
 * that opens by its own address (`#facets`) and ends with "show N results". The list must carry id="results".
 * Of a long group eight are sent, the ticked ones before all; the rest comes when its address asks for it.
 */
export function Facets({ path, query, groups, total, children }: FacetsProps) {
  const t = useTranslations("ui.filters");
  const ui = useTranslations("ui");
  const own = groups.flatMap((group) => (group.kind === "range" ? [group.fromName, group.toName] : [group.name]));
  const chosen = own.filter((name) => query[name]?.length).length;
  const bound = (group: Extract<FacetGroup, { kind: "range" }>, side: "from" | "to") => ({ name: group[`${side}Name`], label: `${group.title} ${t(side)}`, ...(group[side] ? { value: group[side] } : {}), ...(group.words ? { words: true as const } : {}), ...(group.wrong?.[side] ? { wrong: true as const } : {}) });
  const parts = groups.map((group): FacetPart => {
    const { name, title } = group;
    if (group.kind === "range") return { name, title, from: bound(group, "from"), to: bound(group, "to"), ...(group.unit ? { unit: group.unit } : {}), ...(group.problem ? { problem: group.problem } : {}) };
    const opened = many(query[openGroups]);
    const open = opened.includes(name);
    const findName = `${name}Find`;
    const asked = many(query[findName])[0]?.trim() ?? "";
    const { first, rest, others, long, note } = facetBoxes(group.options, { open, find: asked });
    if (others === 0) return { name, title, first: first.map(rowOf), rest: [] };
    return {
      name, title, first: first.map(rowOf), rest: rest.map(rowOf),
      turn: {
        open, label: open ? ui("less") : `${ui("more")} ${others}`,
        href: listHref(path, query, { [openGroups]: open ? opened.filter((one) => one !== name) : [...opened, name], [findName]: undefined }),
      },
      ...(long ? { find: { name: findName, label: t("find", { title }), ...(asked ? { value: asked } : {}) } } : {}),
      ...(note ? { note: t(note, { count: mostOptions }) } : {}),
    };
  });
  const finds = parts.flatMap((part) => ("find" in part && part.find ? [part.find.name] : []));
  return (
    <FacetForm path={path} hidden={hiddenPairs(query, [...own, ...finds, "page"])} parts={parts}
      words={{ open: t("open"), openPhone: chosen > 0 ? t("openCount", { count: chosen }) : t("open"), close: t("close"), show: t("show", { total: formatCount(total) }), apply: t("apply") }}>
      {children}
    </FacetForm>
  );
}

function many(value: Query[string]): readonly string[] {
  return typeof value === "string" ? [value] : (value ?? []);
}

function rowOf({ value, label, count, checked }: FacetOption): FacetRow {
  return checked ? [value, label, count ?? null, 1] : [value, label, count ?? null];
}
