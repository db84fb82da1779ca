import { redirect, RedirectType } from "next/navigation";
import { useTranslations } from "next-intl";
import { formatCount } from "@/lib/core/figures";
import { lastPage, rowsOnPage } from "@/lib/core/page";
import { listHref, type Query } from "./list-href";
import { PagerLinks } from "./pager-links";

type Props = {
  total: number;
  page: number;
  size: number;
  /** The measure word of what is counted. */
  measure: string;
  /** Ends the sentence: a sum. */
  extra?: string;
  path: string;
  query: Query;
  sizes?: readonly number[];
};

type Counted = Pick<Props, "total" | "page" | "size" | "measure" | "extra">;

function useSentence({ total, page, size, measure, extra }: Counted): string {
  const t = useTranslations("ui.pager");
  const rows = rowsOnPage(total, { page, size });
  const values = { total: formatCount(total), measure, from: formatCount(rows?.from ?? 0), to: formatCount(rows?.to ?? 0) };
  return t(total === 0 ? "none" : rows === null || total <= size ? "countAll" : "count", values) + (extra ? t("extra", { extra }) : "");
}

/** "In all 3,412, 21 to 40": stands above a list, and again in the pager. */
export function CountSentence(counted: Counted) {
  return <p aria-live="polite" className="text-dense text-ink-2">{useSentence(counted)}</p>;
}

/**
 * Pages, size and jump as plain links and one GET form: everything stays in the address. An empty list has said so itself. Behind the last page, where
 * somebody typed it or its only row is gone since, nothing is to be seen: the last one is shown, by every list alike.
 */
export function Pager({ total, page, size, measure, extra, path, query, sizes = [20, 50, 100] }: Props) {
  const t = useTranslations("ui.pager");
  const sentence = useSentence({ total, page, size, measure, ...(extra === undefined ? {} : { extra }) });
  if (total === 0) return null;
  const last = lastPage(total, size), kept = { ...query, size: size === sizes[0] ? undefined : String(size) };
  if (page > last) redirect(listHref(path, kept, { page: last === 1 ? undefined : String(last) }), RedirectType.replace);
  const words = { label: t("label"), previous: t("previous"), next: t("next"), page: t.raw("page") as string, size: t("size"), jump: t("jump"), jumpUnit: t("jumpUnit"), go: t("go") };
  return <PagerLinks sentence={sentence} page={page} last={last} size={size} sizes={total > (sizes[0] ?? 20) ? sizes : []} path={path} query={kept} words={words} />;
}
