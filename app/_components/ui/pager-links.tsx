"use client";

import Link from "@/app/_components/ui/link";
import { buttonClass } from "./button-look";
import { Glyph } from "./glyph";
import { hiddenPairs, listHref, type Query } from "./list-href";

/** `{page}` in `page` is replaced. */
type Words = { label: string; previous: string; next: string; page: string; size: string; jump: string; jumpUnit: string; go: string };
type Props = { sentence: string; page: number; last: number; size: number; sizes: readonly number[]; path: string; query: Query; words: Words };

function shownPages(page: number, last: number): (number | "gap")[] {
  const wanted = [1, page - 1, page, page + 1, last].filter((n) => n >= 1 && n <= last);
  const pages = [...new Set(wanted)].sort((a, b) => a - b);
  return pages.flatMap((n, index) => (index > 0 && n - (pages[index - 1] ?? 0) > 1 ? (["gap", n] as const) : [n]));
}

/** The links of `Pager`: their addresses are made here, so that a page sends the query once. An empty `sizes` offers none. */
export function PagerLinks({ sentence, page, last, size, sizes, path, query, words }: Props) {
  const href = (to: number) => listHref(path, query, { page: to === 1 ? undefined : String(to) });
  const named = (n: number) => words.page.replace("{page}", String(n));
  return (
    <nav aria-label={words.label} className="flex flex-wrap items-center gap-x-5 gap-y-2 py-3">
      <p aria-live="polite" className="text-dense text-ink-2">{sentence}</p>
      {last > 1 ? (
        <ul className="flex flex-wrap items-center">
          <li>{page > 1 ? <Link rel="prev" href={href(page - 1)} className="page-cell" aria-label={words.previous}><Glyph name="previous" /></Link> : null}</li>
          {shownPages(page, last).map((n, index) => (
            <li key={index}>
              {n === "gap" ? (
                <span className="px-1 text-ink-3">…</span>
              ) : n === page ? (
                <span aria-current="page" aria-label={named(n)} className="page-cell">{n}</span>
              ) : (
                <Link href={href(n)} aria-label={named(n)} className="page-cell">{n}</Link>
              )}
            </li>
          ))}
          <li>{page < last ? <Link rel="next" href={href(page + 1)} className="page-cell" aria-label={words.next}><Glyph name="next" /></Link> : null}</li>
        </ul>
      ) : null}
      {sizes.length > 0 ? (
        <p className="flex items-center text-dense text-ink-2">
          {words.size}
          {sizes.map((n) => (n === size ? <strong key={n} className="page-cell text-ink">{n}</strong> : <Link key={n} href={listHref(path, query, { page: undefined, size: String(n) })} className="page-cell">{n}</Link>))}
        </p>
      ) : null}
      {last > 5 ? (
        <form action={path} className="flex items-center gap-2 text-dense text-ink-2">
          {hiddenPairs(query, ["page"]).map(([name, value]) => <input key={name + value} type="hidden" name={name} value={value} />)}
          <label className="flex items-center gap-2">
            {words.jump}
            <input name="page" inputMode="numeric" defaultValue={page} className="control w-[4.5em] text-right" />
            {words.jumpUnit}
          </label>
          <button className={buttonClass("text")}>{words.go}</button>
        </form>
      ) : null}
    </nav>
  );
}
