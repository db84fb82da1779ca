"use client";

import Form from "@/app/_components/ui/get-form";
import Link from "@/app/_components/ui/link";
import type { ReactNode } from "react";
import { formatCount } from "@/lib/core/figures";
import { AutoSubmit } from "./auto-submit";
import { buttonClass } from "./button-look";
import { Glyph } from "./glyph";
import { useFollow } from "./use-follow";

/** One box. A tuple, because a page sends dozens of them: value, words, how many, whether ticked. */
export type FacetRow = readonly [value: string, label: string, count: number | null, checked?: 1];
type Text = { name: string; label: string; value?: string };
type BoundText = Text & { words?: true; wrong?: true };
export type FacetPart = { name: string; title: string } & (
  | { first: readonly FacetRow[]; rest: readonly FacetRow[]; turn?: { href: string; label: string; open: boolean }; find?: Text; note?: string }
  | { from: BoundText; to: BoundText; unit?: string; problem?: string }
);

type Words = { open: string; openPhone: string; close: string; show: string; apply: string };
type Props = { path: string; hidden: readonly [string, string][]; parts: readonly FacetPart[]; words: Words; children?: ReactNode };

/** The form of `Facets`. It runs in the browser, too, so that a page sends what its boxes say and not how each is drawn. */
export function FacetForm({ path, hidden, parts, words, children }: Props) {
  return (
    <>
      <a href="#facets" className={buttonClass("plain", "md:hidden")}>{words.openPhone}</a>
      <section id="facets" aria-label={words.open} className="facets">
        <a href="#results" className={buttonClass("text", "mb-3 md:hidden")}>
          <Glyph name="cross" />
          {words.close}
        </a>
        <Form action={path} scroll={false} className="grid gap-5">
          {hidden.map(([name, value]) => <input key={name + value} type="hidden" name={name} value={value} />)}
          {parts.map((part) => (
            <fieldset key={part.name} id={`facet-${part.name}`}>
              <legend className={`text-dense font-semibold ${"from" in part ? "mb-2" : "mb-1"}`}>{part.title}</legend>
              {"from" in part ? (
                <>
                  <div className="flex items-center gap-2 text-dense">
                    <Bound {...part.from} problemId={`problem-${part.name}`} />
                    <span aria-hidden>–</span>
                    <Bound {...part.to} problemId={`problem-${part.name}`} />
                    {part.unit}
                  </div>
                  {part.problem ? <p id={`problem-${part.name}`} role="alert" className="mt-1 text-note text-bad">{part.problem}</p> : null}
                </>
              ) : <Boxes {...part} />}
            </fieldset>
          ))}
          {children}
          <div className="max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:border-t max-md:border-line max-md:bg-surface max-md:p-3">
            <button className={buttonClass("plain", "w-full md:hidden")}>{words.show}</button>
            <button className={buttonClass("plain", "w-full max-md:hidden")}>{words.apply}</button>
          </div>
          <AutoSubmit />
        </Form>
      </section>
    </>
  );
}

function Bound({ name, label, value = "", words, wrong, problemId }: BoundText & { problemId: string }) {
  const field = useFollow(value, (input, said) => (input.value = said));
  return <input ref={field} name={name} defaultValue={value} inputMode={words ? undefined : "numeric"} aria-label={label} {...(wrong ? { "aria-invalid": true, "aria-describedby": problemId } : {})} className="control w-[5em]" />;
}

function Boxes({ name, title, first, rest, turn, find, note }: Extract<FacetPart, { first: unknown }>) {
  return (
    <>
      {first.map((row) => <Box key={row[0]} name={name} row={row} />)}
      {turn ? (
        // Where no script runs the address leads back to this group.
        <Link href={`${turn.href}#facet-${name}`} scroll={false} aria-expanded={turn.open} aria-label={`${title} ${turn.label}`} className="inline-flex min-h-(--target) items-center gap-1 text-dense md:min-h-8">
          {turn.label}
          <Glyph name={turn.open ? "up" : "open"} className="size-[1em]" />
        </Link>
      ) : null}
      {find ? <input type="search" name={find.name} defaultValue={find.value} aria-label={find.label} placeholder={find.label} className="control mb-1 w-full text-dense" /> : null}
      {rest.map((row) => <Box key={row[0]} name={name} row={row} />)}
      {note ? <p className="text-note text-ink-3">{note}</p> : null}
    </>
  );
}

function Box({ name, row: [value, label, count, checked] }: { name: string; row: FacetRow }) {
  const field = useFollow(checked === 1, (input, said) => (input.checked = said));
  return (
    <label className="facet-box">
      <input ref={field} type="checkbox" name={name} value={value} defaultChecked={checked === 1} />
      <span>{label}</span>
      {count === null ? null : <span>{formatCount(count)}</span>}
    </label>
  );
}
