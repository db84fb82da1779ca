"use client";

import type { ReactNode } from "react";
import { Details } from "@/app/_components/ui/details";
import { Drawn } from "./drawn";

type Props = {
  title: string; subtitle: string; note?: ReactNode;
  /** Where the figures come from, and when. */
  origin: readonly string[];
  /** Made by `packTable`. */
  table: string; tableWord: string; printTable?: boolean | undefined; actions?: ReactNode; level: "h2" | "h3"; children: ReactNode;
};

/** What `ChartFrame` draws around a drawing. It runs in the browser, too, so that a page sends the rows of its tables once as HTML and once as text. */
export function FigureFrame({ title, subtitle, note, origin, table, tableWord, printTable, actions, level: Heading, children }: Props) {
  return (
    <figure className="panel @container grid content-start gap-3 print:gap-1.5" aria-label={title}>
      <figcaption>
        <Heading className="text-h3">{title}</Heading>
        <p className="text-note text-ink-2">{subtitle}</p>
      </figcaption>
      <div>{children}</div>
      <div className="grid gap-1 text-note text-ink-3">
        {note ? <p>{note}</p> : null}
        {origin.length > 0 ? <p className="screen-only flex flex-wrap gap-x-4">{origin.map((words) => <span key={words}>{words}</span>)}</p> : null}
        <div className="flex flex-wrap items-baseline gap-x-4">
          <Details className={`min-w-0 flex-1 ${printTable ? "" : "screen-only"}`}>
            <summary className="screen-only inline-flex min-h-8 items-center text-accent">{tableWord}</summary>
            <div role="region" aria-label={subtitle} tabIndex={0} className="data-table overflow-x-auto" data-phone="table"><Drawn lines={table} /></div>
          </Details>
          {actions}
        </div>
      </div>
    </figure>
  );
}
