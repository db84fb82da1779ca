import Link from "next/link";
import { useTranslations } from "next-intl";
import { formatCount } from "@/lib/core/figures";
import { buttonClass } from "./button-look";
import { Glyph } from "./glyph";
import { hiddenPairs, listHref } from "./list-href";
import type { Query } from "./list-href";

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

function shownPages(page: number, last: number): (number | "gap")[] {
  const wanted = [1, page - 1, page, page + 1, last].filter((n) => n >= 1 && n <= last);
  const pages = [...new Set(wanted)].sort((a, b) => a - b);
  return pages.flatMap((n, index) => (index > 0 && n - (pages[index - 1] ?? 0) > 1 ? (["gap", n] as const) : [n]));
}

/** "In all 3,412, 21 to 40": stands above a list, and again in the pager. */
export function CountSentence({ total, page, size, measure, extra }: Pick<Props, "total" | "page" | "size" | "measure" | "extra">) {
  const t = useTranslations("ui.pager");
  const values = { total: formatCount(total), measure, from: formatCount((page - 1) * size + 1), to: formatCount(Math.min(total, page * size)) };
  const sentence = total === 0 ? t("none", values) : total <= size ? t("countAll", values) : t("count", values);
  return (
    <p aria-live="polite" className="text-dense text-ink-2">
      {sentence}
      {extra ? t("extra", { extra }) : ""}
    </p>
  );
}

/** Pages, size and jump as plain links and one GET form: everything stays in the address. */
export function Pager({ total, page, size, measure, extra, path, query, sizes = [20, 50, 100] }: Props) {
  const t = useTranslations("ui.pager");
  const last = Math.max(1, Math.ceil(total / size));
  const href = (to: number) => listHref(path, query, { page: to === 1 ? undefined : String(to) });
  const cell = "inline-grid min-h-(--target) min-w-(--target) place-items-center rounded-control px-2 text-dense";
  return (
    <nav aria-label={t("label")} className="flex flex-wrap items-center gap-x-5 gap-y-2 py-3">
      <CountSentence total={total} page={page} size={size} measure={measure} extra={extra} />
      {last > 1 ? (
        <ul className="flex flex-wrap items-center">
          <li>{page > 1 ? <Link rel="prev" href={href(page - 1)} className={`${cell} hover:bg-sunken`} aria-label={t("previous")}><Glyph name="previous" /></Link> : null}</li>
          {shownPages(page, last).map((n, index) => (
            <li key={index}>
              {n === "gap" ? (
                <span className="px-1 text-ink-3">…</span>
              ) : n === page ? (
                <span aria-current="page" aria-label={t("page", { page: n })} className={`${cell} bg-accent-soft font-semibold text-accent`}>{n}</span>
              ) : (
                <Link href={href(n)} aria-label={t("page", { page: n })} className={`${cell} hover:bg-sunken`}>{n}</Link>
              )}
            </li>
          ))}
          <li>{page < last ? <Link rel="next" href={href(page + 1)} className={`${cell} hover:bg-sunken`} aria-label={t("next")}><Glyph name="next" /></Link> : null}</li>
        </ul>
      ) : null}
      {total > (sizes[0] ?? 20) ? (
        <p className="flex items-center text-dense text-ink-2">
          {t("size")}
          {sizes.map((n) =>
            n === size ? (
              <strong key={n} className={`${cell} text-ink`}>{n}</strong>
            ) : (
              <Link key={n} href={listHref(path, query, { page: undefined, size: String(n) })} className={cell}>{n}</Link>
            ),
          )}
        </p>
      ) : null}
      {last > 5 ? (
        <form action={path} className="flex items-center gap-2 text-dense text-ink-2">
          {hiddenPairs(query, ["page"]).map(([name, value]) => <input key={name + value} type="hidden" name={name} value={value} />)}
          <label className="flex items-center gap-2">
            {t("jump")}
            <input name="page" inputMode="numeric" defaultValue={page} className="control w-[4.5em] text-right" />
            {t("jumpUnit")}
          </label>
          <button className={buttonClass("text")}>{t("go")}</button>
        </form>
      ) : null}
    </nav>
  );
}
