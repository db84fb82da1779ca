import { useTranslations } from "next-intl";
import { useId } from "react";
import { Drawn } from "./drawn";
import { HatchPattern } from "./hatch";
import { madeOnce } from "./made-once";
import { draw, percent } from "./markup";
import { pack } from "./pack";
import { cell, mainFigure, rowMarkup } from "./row";

export type DistrictRow = {
  key: string;
  label: string;
  value: number;
  /** Null: the district has no target; it is told in words, never ranked by completion. */
  target: number | null;
  /** Where it should stand today. */
  due?: number | null;
  /** No district: it can have no target. */
  unmeasured?: boolean;
  href?: string;
  spoken?: string;
};

type Props = { rows: readonly DistrictRow[]; unit: string; format: (value: number) => string; gapHead: string };

/** C4: who is behind their own target? One ruler per district on one scale; the gap is `value - (due ?? target)`. */
export function DistrictRulers({ rows, unit, format, gapHead }: Props) {
  const t = useTranslations("ui.absent");
  const hatch = useId();
  return (
    <div role="group" className="text-dense no-autospace [--columns:4rem_minmax(3rem,1fr)_3.5rem_4.375rem] @max-[17rem]:[--columns:2.5rem_minmax(0,1fr)_3.5rem_3.625rem]">
      <svg aria-hidden width="0" height="0" className="absolute"><HatchPattern id={hatch} color="var(--accent)" /></svg>
      <div aria-hidden className="chart-head">
        <span />
        <span />
        <span className="figures">{unit}</span>
        <span className="figures">{gapHead}</span>
      </div>
      <Drawn as="ul" className="chart-rows" lines={madeOnce(rows, `rulers ${hatch}`, () => rulersOf(rows, format, t("noTarget"), hatch))} />
    </div>
  );
}

function rulersOf(rows: readonly DistrictRow[], format: Props["format"], noTarget: string, hatch: string): string {
  const max = Math.max(1e-9, ...rows.flatMap((row) => [row.value, row.target ?? 0]));
  return pack(rows.map(({ label, value, target, due, unmeasured, ...way }) => {
    const measure = due ?? target;
    const gap = measure === null ? null : value - measure;
    const [is, should] = [Math.max(0, value), measure ?? 0];
    return rowMarkup(way,
      cell(label),
      draw("svg", { class: "ruler", "aria-hidden": "true" },
        target === null ? "" : draw("rect", { class: "aim", width: percent(target / max), height: "100%" }),
        draw("rect", { width: percent(is / max), height: "100%" }),
        should > is ? draw("rect", { x: percent(is / max), width: percent((should - is) / max), height: "100%", style: `fill:url(#${hatch})` }) : "",
        target === null ? "" : draw("line", { x1: percent(target / max), x2: percent(target / max), y1: -3, y2: 17 })),
      mainFigure(format(value)),
      unmeasured ? cell("") : gap === null ? cell(noTarget, "figures text-note text-ink-3") : cell(`${gap > 0 ? "+" : ""}${format(gap)}`, "figures"));
  }));
}
