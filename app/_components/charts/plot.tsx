import { scaleLinear } from "@visx/scale";
import { useId } from "react";
import { Drawn } from "./drawn";
import { HatchPattern } from "./hatch";
import { madeOnce } from "./made-once";
import { draw, percent, plain } from "./markup";
import { pack } from "./pack";

/** Horizontal and vertical places are shares of the drawing, so that text keeps the page's own size at every width. */
export const at = percent;

/** A scale from zero to a round number not below `max`. Bars and lines always start at 0. */
export function valueScale(max: number) {
  const scale = scaleLinear<number>({ domain: [0, max > 0 ? max * 1.06 : 1], range: [1, 0], nice: 4 });
  return { y: (value: number) => scale(value), ticks: scale.ticks(4) };
}

type PlotProps = {
  unit: string;
  ticks: readonly number[];
  y: (value: number) => number;
  format: (value: number) => string;
  /** With links inside it is a group, otherwise one picture. */
  linked?: boolean;
  label: string;
  height?: string;
  /** Something may be unknown, and is hatched. */
  hatched?: boolean;
  /** What is shown: for the same object the drawing is made once (`madeOnce`). */
  of: object;
  /** Markup, made by `draw`. @param hatch the id of the hatching */
  drawn: (hatch: string) => readonly string[];
};

/** Grid, zero line and value labels; the unit stands once, above the axis. */
export function Plot({ unit, ticks, y, format, linked, label, height = "15rem", hatched, of, drawn }: PlotProps) {
  const hatch = useId();
  return (
    <div className="pt-7 pr-1 pb-8 pl-11 text-note no-autospace">
      <svg role={linked ? "group" : "img"} aria-label={label} width="100%" height={height} className="block overflow-visible">
        {hatched ? <HatchPattern id={hatch} /> : null}
        <Drawn as="g" lines={madeOnce(of, hatch, () => pack([...gridOf(unit, ticks, y, format), ...drawn(hatch)]))} />
      </svg>
    </div>
  );
}

function gridOf(unit: string, ticks: PlotProps["ticks"], y: PlotProps["y"], format: PlotProps["format"]): string[] {
  const beside = { dx: "-0.6em", "text-anchor": "end", fill: "var(--ink-3)" };
  const said = ticks.map(format);
  // 100 and 200 beside an axis need no .0; a scale of 0.5 steps keeps its decimals on all of them.
  const whole = said.every((words) => /\.0+$/.test(words));
  return [
    draw("text", { x: 0, y: 0, dy: "-1.1em", ...beside }, plain(unit)),
    ...ticks.flatMap((tick, index) => [
      draw("line", { x1: 0, x2: "100%", y1: at(y(tick)), y2: at(y(tick)), stroke: tick === 0 ? "var(--line-strong)" : "var(--line)" }),
      draw("text", { x: 0, y: at(y(tick)), dy: "0.35em", ...beside }, plain(whole ? said[index]!.replace(/\.0+$/, "") : said[index]!)),
    ]),
  ];
}

type Place = { x: number; y: number; dx?: number; dy?: number; anchor?: "start" | "middle" | "end"; strong?: boolean; className?: string | undefined };

/** Text on a drawing that stays legible over lines; `inside` is markup. */
export function label({ x, y, dx = 0, dy = 0, anchor = "start", strong, className }: Place, inside: string): string {
  return draw("text", {
    x: at(x), y: at(y), dx: `${dx}em`, dy: `${dy}em`, "text-anchor": anchor, fill: strong ? "var(--ink)" : "var(--ink-2)", "font-weight": strong ? 600 : 400,
    class: className ? `halo ${className}` : "halo",
  }, inside);
}
