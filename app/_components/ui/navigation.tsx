import Link from "@/app/_components/ui/link";
import { useTranslations } from "next-intl";
import { hiddenPairs } from "./list-href";
import type { Query } from "./list-href";
import { SearchForm, type SearchScope } from "./search-form";

export { Tabs, type TabItem } from "./tabs";

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
  scope?: SearchScope;
  large?: boolean;
  /** Offers public records while one types. */
  suggest?: boolean;
};

/** The words and the rest of the address for a `SearchForm`. */
export function SearchBox({ action, name = "q", defaultValue, label, placeholder, query = {}, scope, large, suggest }: SearchProps) {
  const t = useTranslations("ui.search");
  return (
    <SearchForm action={action} name={name} value={defaultValue} label={label ?? t("label")} placeholder={placeholder} scope={scope} large={large} submit={t("submit")}
      hidden={hiddenPairs(query, [name, scope?.name ?? "", "page"])} suggest={suggest ? { list: t("suggestions"), found: t.raw("found") as string } : undefined} />
  );
}
