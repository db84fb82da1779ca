import { useTranslations } from "next-intl";
import { elapsedShareOfYear } from "@/lib/core/dates";
import type { PlainDate } from "@/lib/core/dates";
import { draw, plain } from "./markup";
import { at, label as labelAt, Plot, valueScale } from "./plot";

type Props = {
  /** Spoken summary. */
  label: string;
  unit: string;
  /** Sum of the year up to each date (end of month, and the last day known), in the unit's own size. */
  points: readonly { date: PlainDate; value: number }[];
  target: number | null;
  forecast?: { low: number; high: number } | null;
  format: (value: number) => string;
};

const box = 1000;
const rounded = (place: number) => Math.round(place * 1000) / 1000;
const months = [1, 3, 5, 7, 9, 11];

/** C1: will the year reach the target? Cumulative line (joined straight), even-year line dashed, target thin, forecast as a pale band. */
export function CumulativeChart({ label, unit, points, target, forecast, format }: Props) {
  const t = useTranslations("ui.chart");
  const last = points.at(-1);
  const { y, ticks } = valueScale(Math.max(target ?? 0, forecast?.high ?? 0, last?.value ?? 0));
  const x = (date: PlainDate) => elapsedShareOfYear(date);
  const line = [{ x: 0, value: 0 }, ...points.map((point) => ({ x: x(point.date), value: point.value }))];
  const end = last ? x(last.date) : 0;
  const behind = last !== undefined && target !== null && last.value < target * end;
  // Late in a year that is behind there is no room right of the point: both labels stand below the line, at the right end.
  const late = behind && end > 0.6;
  // Hardly above the axis, whose months stand below it.
  const low = last !== undefined && y(last.value) > 0.85;
  const drawn = (): string[] => {
    /** Points in the inner drawing, joined straight. */
    const path = (joined: readonly { x: number; value: number }[]) => `M${joined.map((point) => `${rounded(point.x * box)},${rounded(y(point.value) * box)}`).join("L")}`;
    const stroked = { fill: "none", "vector-effect": "non-scaling-stroke", stroke: "var(--accent)" };
    const band = forecast && last ? [{ x: end, low: last.value, high: last.value }, { x: 1, ...forecast }] : null;
    const lines = [
      ...(band ? [
        draw("path", { d: `${path([...band.map(({ x, high }) => ({ x, value: high })), ...[...band].reverse().map(({ x, low }) => ({ x, value: low }))])}Z`, fill: "var(--accent-soft)" }),
        draw("path", { d: path(band.map(({ x, low, high }) => ({ x, value: (low + high) / 2 }))), "stroke-width": 2, "stroke-dasharray": "1 5", "stroke-linecap": "round", ...stroked }),
      ] : []),
      draw("path", { d: path(line), "stroke-width": 3, "stroke-linejoin": "round", ...stroked }),
    ];
    const now = last ? plain(`${format(last.value)} (${last.date.slice(5)})`) : "";
    return [
      ...(target === null ? [] : [
        draw("line", { x1: 0, x2: "100%", y1: at(y(0)), y2: at(y(target)), stroke: "var(--ink-3)", "stroke-dasharray": "5 4" }),
        draw("line", { x1: 0, x2: "100%", y1: at(y(target)), y2: at(y(target)), stroke: "var(--ink)", "stroke-width": 1.5 }),
        labelAt({ x: 0, y: y(target), dx: 0.3, dy: -0.5 }, plain(t("target", { value: format(target) }))),
        labelAt({ x: 0.36, y: y(target * 0.36), dx: -0.6, dy: -0.6, anchor: "end", className: "hidden @md:inline" }, plain(t("even"))),
      ]),
      draw("svg", { viewBox: `0 0 ${box} ${box}`, preserveAspectRatio: "none", width: "100%", height: "100%", overflow: "visible" }, ...lines),
      ...(last ? [
        draw("circle", { cx: at(end), cy: at(y(last.value)), r: 5, fill: "var(--accent)", stroke: "var(--surface)", "stroke-width": 2 }),
        ...(late ? [labelAt({ x: 1, y: y(last.value), dy: low ? -0.8 : 4.6, anchor: "end", strong: true, className: "@md:hidden" }, now)] : []),
        labelAt({ x: late ? 1 : end, y: y(last.value), dx: late ? 0 : behind ? 0.6 : -0.6, dy: low ? -0.8 : late ? 2.6 : behind ? 1.4 : -0.8, anchor: late || !behind ? "end" : "start", strong: true, className: late ? "hidden @md:inline" : undefined }, now),
      ] : []),
      ...(forecast ? [labelAt({ x: 1, y: y(late && last ? last.value : forecast.low), dy: late ? (low ? -2.3 : 4.1) : y(forecast.low) > 0.85 ? -0.8 : 1.6, anchor: "end" }, plain(t("forecast", { range: `${format(forecast.low)}\u2013${format(forecast.high)}` })))] : []),
      ...months.map((month) => labelAt({ x: (month - 1) / 12, y: 1, dy: 1.6, anchor: month === 1 ? "start" : "middle", className: month % 4 === 3 ? "hidden @sm:inline" : undefined }, plain(t("month", { month })))),
    ];
  };
  return <Plot unit={unit} ticks={ticks} y={y} format={format} label={label} of={points} drawn={drawn} />;
}
