"use client";

import { draw } from "./markup";
import { cell } from "./row";

/** `step` is the shade, 0 for none; null where nothing was reported. */
export type TileWords = { label: string; value: string; step: number | null; place: readonly [column: number, row: number]; href?: string; spoken?: string };

const look = "grid aspect-square content-center justify-items-center gap-0.5 rounded-chip border border-line p-0.5 text-center leading-tight hover:no-underline hover:outline-2 hover:outline-ink";

/** What `TileDistricts` draws. */
export function TileSquares({ tiles }: { tiles: readonly TileWords[] }) {
  const drawn = tiles.map(({ label, value, step, place: [column, row], href, spoken }) => {
    const attributes = { class: step === null ? `${look} hatch` : look, style: step ? `background:var(--seq-${step});color:var(--on-seq-${step})` : "color:var(--ink)" };
    const words = [cell(step === null ? "bg-surface px-1" : "", label), cell(step === null ? "bg-surface px-1" : "font-semibold", value)];
    return draw("li", { style: `grid-column:${column};grid-row:${row}` }, href ? draw("a", { href, "aria-label": spoken, ...attributes }, ...words) : draw("div", attributes, ...words));
  }).join("");
  return <ul className="grid max-w-xl grid-cols-6 gap-1 text-note no-autospace" dangerouslySetInnerHTML={{ __html: drawn }} />;
}
