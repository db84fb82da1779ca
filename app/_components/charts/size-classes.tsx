import { formatCount } from "@/lib/core/figures";
import { Drawn } from "./drawn";
import { madeOnce } from "./made-once";
import { pack } from "./pack";
import { barMarkup, cell, mainFigure, rowMarkup } from "./row";

export type SizeClass = { key: string; label: string; count: number; amount: number; href?: string; spoken?: string };

type Props = { rows: readonly SizeClass[]; heads: { label: string; count: string; amount: string }; format: (amount: number) => string };

/** C10: few large or many small? Bars of number beside bars of amount, each on its own scale, in the order of size. */
export function SizeClasses({ rows, heads, format }: Props) {
  return (
    <div role="group" className="text-dense no-autospace [--columns:minmax(2rem,1fr)_3.5rem_minmax(2rem,1fr)_3.5rem] @md:[--columns:7rem_minmax(2rem,1fr)_3.5rem_minmax(2rem,1fr)_3.5rem]">
      <div aria-hidden className="chart-head">
        <span className="hidden @md:block">{heads.label}</span>
        <span className="figures col-span-2">{heads.count}</span>
        <span className="figures col-span-2">{heads.amount}</span>
      </div>
      <Drawn as="ul" className="chart-rows" lines={madeOnce(rows, "sizes", () => sizesOf(rows, format))} />
    </div>
  );
}

function sizesOf(rows: readonly SizeClass[], format: Props["format"]): string {
  const counts = Math.max(1, ...rows.map((row) => row.count));
  const amounts = Math.max(1e-9, ...rows.map((row) => row.amount));
  return pack(rows.map(({ label, count, amount, ...way }) => rowMarkup(way,
    cell(label, "above"), barMarkup({ share: count / counts, color: "var(--ink-3)" }), cell(formatCount(count), "figures"), barMarkup({ share: amount / amounts }), mainFigure(format(amount)),
  )));
}
