import Form from "next/form";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { formatCount } from "@/lib/core/figures";
import { buttonClass } from "./button-look";
import { Glyph } from "./glyph";
import { hiddenPairs } from "./list-href";
import type { Query } from "./list-href";
import { SuggestInput } from "./suggest-input";

export type TabItem = { label: string; href: string; current?: boolean; count?: number };

/** Tabs are links, because each has an address. At most eight; on phones they scroll sideways. */
export function Tabs({ label, items }: { label: string; items: readonly TabItem[] }) {
  return (
    <nav aria-label={label} className="overflow-x-auto border-b border-line">
      <ul className="flex gap-1">
        {items.map((item) => (
          <li key={item.href} className="shrink-0">
            <Link
              href={item.href}
              aria-current={item.current ? "page" : undefined}
              className={`inline-flex min-h-(--h-control) items-center gap-1.5 border-b-3 px-3 text-ui whitespace-nowrap hover:no-underline ${item.current ? "border-accent font-semibold text-accent" : "border-transparent text-ink-2 hover:border-line-strong hover:text-ink"}`}
            >
              {item.label}
              {item.count === undefined ? null : <span className="text-dense font-normal">{formatCount(item.count)}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Path down to this page; the last entry is the page itself and has no link. */
export function Breadcrumbs({ items }: { items: readonly { label: string; href?: string }[] }) {
  const t = useTranslations("ui");
  return (
    <nav aria-label={t("breadcrumb")}>
      <ol className="flex flex-wrap items-center gap-x-2 text-dense text-ink-2">
        {items.map((item, index) => (
          <li key={index} className="inline-flex items-center gap-2">
            {index > 0 ? <span aria-hidden className="text-ink-3">/</span> : null}
            {item.href ? <Link href={item.href} className="text-ink-2">{item.label}</Link> : <span aria-current="page">{item.label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}

type SearchProps = {
  action: string;
  name?: string;
  defaultValue?: string;
  label?: string;
  placeholder?: string;
  /** Other parts of the address to keep. */
  query?: Query;
  /** Choice of what is searched, before the box. */
  scope?: { name: string; value?: string; label: string; options: readonly { value: string; label: string }[] };
  large?: boolean;
  /** Offers public records while one types. */
  suggest?: boolean;
};

/** One GET form. No autofocus: screen readers start at the title. */
export function SearchBox({ action, name = "q", defaultValue, label, placeholder, query = {}, scope, large, suggest }: SearchProps) {
  const t = useTranslations("ui.search");
  const height = large ? "h-13" : "";
  const box = {
    type: "search", name, defaultValue, placeholder, "aria-label": label ?? t("label"), "data-search": true,
    className: `control min-w-0 flex-1 rounded-r-none ${scope ? "sm:rounded-l-none" : ""} ${height}`,
  } as const;
  return (
    <Form action={action} role="search" aria-label={label ?? t("label")} className="flex w-full items-stretch work:max-w-[36rem]">
      {hiddenPairs(query, [name, scope?.name ?? "", "page"]).map(([key, value]) => <input key={key + value} type="hidden" name={key} value={value} />)}
      {scope ? (
        <select name={scope.name} defaultValue={scope.value} aria-label={scope.label} className={`control rounded-r-none border-r-0 bg-sunken max-sm:hidden ${height}`}>
          {scope.options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
        </select>
      ) : null}
      {suggest ? <SuggestInput {...box} source="/api/palette?for=search&q=" words={{ list: t("suggestions"), found: t.raw("found") as string }} /> : <input {...box} />}
      <button className={buttonClass(large ? "primary" : "plain", `rounded-l-none border-l-0 ${height}`)}>
        <Glyph name="search" />
        <span className={large ? "" : "sr-only"}>{t("submit")}</span>
      </button>
    </Form>
  );
}
