"use client";

import { useId } from "react";
import { HatchPattern } from "./hatch";
import { draw } from "./markup";
import { cell, rowMarkup } from "./row";

/** Shares of the longest, 0–1; `due` is where the row should stand today. */
export type RulerWords = { label: string; amount: string; gap: string; missing?: 1; value: number; target: number | null; due: number | null; href?: string; spoken?: string };

const columns = "grid items-center gap-x-3 grid-cols-[4rem_minmax(3rem,1fr)_3.5rem_4.375rem]";
const percent = (share: number) => `${share * 100}%`;

/** What `DistrictRulers` draws. */
export function RulerRows({ rows, unit, gapHead }: { rows: readonly RulerWords[]; unit: string; gapHead: string }) {
  const hatch = useId();
  const drawn = rows.map(({ label, amount, gap, missing, value, target, due, ...way }) => rowMarkup(columns, way,
    cell("", label),
    draw("svg", { "aria-hidden": "true", width: "100%", height: "0.875rem", class: "block overflow-visible" },
      target === null ? "" : draw("rect", { width: percent(target), height: "100%", fill: "var(--sunken)", stroke: "var(--line-strong)" }),
      draw("rect", { width: percent(value), height: "100%", fill: "var(--accent)" }),
      due !== null && due > value ? draw("rect", { x: percent(value), width: percent(due - value), height: "100%", fill: `url(#${hatch})` }) : "",
      target === null ? "" : draw("line", { x1: percent(target), x2: percent(target), y1: -3, y2: 17, stroke: "var(--ink)", "stroke-width": 2 })),
    cell("figures font-semibold", amount),
    cell(missing ? "figures text-note text-ink-3" : "figures", gap),
  )).join("");
  return (
    <div role="group" className="text-dense no-autospace">
      <svg aria-hidden width="0" height="0" className="absolute"><HatchPattern id={hatch} color="var(--accent)" /></svg>
      <p aria-hidden className={`${columns} pb-1 text-note text-ink-3`}>
        <span />
        <span />
        <span className="figures">{unit}</span>
        <span className="figures">{gapHead}</span>
      </p>
      <ul dangerouslySetInnerHTML={{ __html: drawn }} />
    </div>
  );
}
