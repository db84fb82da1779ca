"use client";

import type { ReactNode } from "react";
import { Marked, type Ranges } from "./marked";

/** One record in words, ready to be drawn. What is empty is left out. */
export type ResultRow = { href: string; title: string; marks?: Ranges; kind?: string; where?: string; /** Since when; stays in one piece. */ on?: string; text?: string; textMarks?: Ranges; facts: readonly string[]; demo?: 1 };

type Props = {
  rows: readonly ResultRow[];
  level: 2 | 3;
  /** The mark of the demo world: said once, drawn where `demo` stands. */
  demo: ReactNode;
  /** Phones show at most so many. */
  phone?: number;
};

/** Records under each other. It runs in the browser, too, so that a page sends their words once as HTML and once as data, without the markup of each. */
export function ResultList({ rows, level, demo, phone }: Props) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <ol className="ledger">
      {rows.map((row, index) => (
        <li key={row.href} className={phone !== undefined && index >= phone ? "max-sm:hidden" : undefined}>
          <article className="result">
            <Heading><a href={row.href}><Marked text={row.title} ranges={row.marks} /></a></Heading>
            {row.on ? <p className="where">{row.kind ? <b>{row.kind}</b> : null}<span>{row.where ? `${row.where} / ` : null}<span className="whitespace-nowrap">{row.on}</span></span>{row.demo ? demo : null}</p> : null}
            {row.text ? <p className="text"><Marked text={row.text} ranges={row.textMarks} /></p> : null}
            <p className={row.on ? "facts" : "facts text-ink-3"}>{row.facts.map((fact) => <span key={fact}>{fact}</span>)}{row.demo && !row.on ? demo : null}</p>
          </article>
        </li>
      ))}
    </ol>
  );
}
