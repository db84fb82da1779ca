import Form from "next/form";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatCount } from "@/lib/core/figures";
import { AutoSubmit } from "./auto-submit";
import { buttonClass } from "./button-look";
import { Details } from "./details";
import { Glyph } from "./glyph";
import { hiddenPairs } from "./list-href";
import type { Query } from "./list-href";

/** Applied conditions in words; each can be taken back. Prints as a sentence. */
export function FilterTags({ items, clearHref }: { items: readonly { label: string; href: string }[]; clearHref: string }) {
  const t = useTranslations("ui.filters");
  if (items.length === 0) return null;
  return (
    <ul aria-label={t("label")} className="flex flex-wrap items-center gap-2">
      {items.map((item) => (
        <li key={item.label}>
          <Link href={item.href} scroll={false} aria-label={t("remove", { label: item.label })} className="inline-flex min-h-(--target) items-center gap-1.5 rounded-chip border border-accent-line bg-accent-soft px-2.5 text-dense text-accent hover:no-underline">
            {item.label}
            <Glyph name="cross" className="size-[1em] print:hidden" />
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

export type FacetOption = { value: string; label: string; count?: number; checked?: boolean };
export type FacetGroup =
  | { kind?: "check"; name: string; title: string; options: readonly FacetOption[]; folded?: boolean }
  | { kind: "range"; name: string; title: string; fromName: string; toName: string; from?: string; to?: string; unit?: string; folded?: boolean };

type FacetsProps = {
  path: string;
  /** Everything in the address; what the facets themselves send is replaced, the page is dropped. */
  query: Query;
  groups: readonly FacetGroup[];
  total: number;
  children?: ReactNode;
};

const shownOptions = 8;

/**
 * Facets as one GET form: works without script; with it a tick applies at once on wide screens. On phones the form is a sheet
 * that opens by its own address (`#facets`) and ends with "show N results". The list must carry id="results".
 */
export function Facets({ path, query, groups, total, children }: FacetsProps) {
  const t = useTranslations("ui.filters");
  const own = groups.flatMap((group) => (group.kind === "range" ? [group.fromName, group.toName] : [group.name]));
  const chosen = own.filter((name) => query[name]?.length).length;
  return (
    <>
      <a href="#facets" className={buttonClass("plain", "md:hidden")}>
        {chosen > 0 ? t("openCount", { count: chosen }) : t("open")}
      </a>
      <section id="facets" aria-label={t("open")} className="hidden target:fixed target:inset-0 target:z-40 target:block target:overflow-y-auto target:bg-surface target:p-4 target:pb-24 md:block md:target:static md:target:p-0">
        <a href="#results" className={buttonClass("text", "mb-3 md:hidden")}>
          <Glyph name="cross" />
          {t("close")}
        </a>
        <Form action={path} scroll={false} className="grid gap-5">
          {hiddenPairs(query, [...own, "page"]).map(([name, value]) => <input key={name + value} type="hidden" name={name} value={value} />)}
          {groups.map((group) => <FacetFields key={group.name} group={group} />)}
          {children}
          <div className="max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:border-t max-md:border-line max-md:bg-surface max-md:p-3">
            <button className={buttonClass("plain", "w-full md:hidden")}>{t("show", { total: formatCount(total) })}</button>
            <button className={buttonClass("plain", "w-full max-md:hidden")}>{t("apply")}</button>
          </div>
          <AutoSubmit />
        </Form>
      </section>
    </>
  );
}

function FacetFields({ group }: { group: FacetGroup }) {
  const t = useTranslations("ui");
  if (group.kind === "range")
    return (
      <fieldset>
        <legend className="mb-2 text-dense font-semibold">{group.title}</legend>
        <div className="flex items-center gap-2 text-dense">
          <input name={group.fromName} defaultValue={group.from} inputMode="numeric" aria-label={`${group.title} ${t("filters.from")}`} className="control w-[5em]" />
          <span aria-hidden>–</span>
          <input name={group.toName} defaultValue={group.to} inputMode="numeric" aria-label={`${group.title} ${t("filters.to")}`} className="control w-[5em]" />
          {group.unit}
        </div>
      </fieldset>
    );
  // What is chosen stays on top, so that it can be taken back without searching for it.
  const options = [...group.options].sort((a, b) => Number(b.checked ?? false) - Number(a.checked ?? false));
  const first = options.slice(0, shownOptions);
  const rest = options.slice(shownOptions);
  return (
    <fieldset>
      <legend className="mb-1 text-dense font-semibold">{group.title}</legend>
      {first.map((option) => <FacetBox key={option.value} name={group.name} option={option} />)}
      {rest.length > 0 ? (
        <Details>
          <summary className="min-h-(--target) py-1.5 text-dense text-accent">{`${t("more")} ${rest.length}`}</summary>
          {rest.map((option) => <FacetBox key={option.value} name={group.name} option={option} />)}
        </Details>
      ) : null}
    </fieldset>
  );
}

function FacetBox({ name, option }: { name: string; option: FacetOption }) {
  return (
    <label className="facet-box">
      <input type="checkbox" name={name} value={option.value} defaultChecked={option.checked} />
      <span>{option.label}</span>
      {option.count === undefined ? null : <span>{formatCount(option.count)}</span>}
    </label>
  );
}
