import { useTranslations } from "next-intl";
import { useId } from "react";
import { Drawn } from "./drawn";
import { HatchPattern } from "./hatch";
import { madeOnce } from "./made-once";
import { draw } from "./markup";
import { pack } from "./pack";
import { at } from "./plot";

export type MonthSeries = {
  key: string;
  label: string;
  /** Twelve months; null = nothing known (hatched), undefined months of the running year = not yet. */
  values: readonly (number | null | undefined)[];
  color?: string;
  /** Where the bar of a month leads. */
  href?: (month: number) => string;
  /** Sum in words, beside the name. */
  total?: string;
};

/** C9: which month, which season? Small multiples of twelve bars on one common scale. */
export function MonthBars({ series, format, unit }: { series: readonly MonthSeries[]; format: (value: number) => string; unit: string }) {
  const t = useTranslations("ui.chart");
  const hatch = useId();
  const max = Math.max(1e-9, ...series.flatMap((one) => one.values.map((value) => value ?? 0)));
  const columns = (one: MonthSeries, unknown: string) => [...one.values.map((value, month) => {
    if (value === undefined) return "";
    const height = value === null ? 0.5 : Math.max(0, value / max);
    const bar = draw("rect", { x: at(month / 12 + 0.012), width: at(1 / 12 - 0.024), y: at(1 - height), height: at(height), fill: value === null ? `url(#${unknown})` : (one.color ?? "var(--accent)") });
    if (!one.href || value === null) return bar;
    // The whole column answers, so that a small month can be hit, too.
    const column = draw("rect", { x: at(month / 12), width: at(1 / 12), y: 0, height: "100%", fill: "transparent" });
    return draw("a", { href: one.href(month + 1), "aria-label": `${t("month", { month: month + 1 })} ${format(value)}${unit}` }, column, bar);
  }), draw("line", { x1: 0, x2: "100%", y1: "100%", y2: "100%", stroke: "var(--line-strong)", "stroke-width": 2 })];
  return (
    <ul className={`grid gap-x-6 gap-y-5 text-note no-autospace ${series.length > 1 ? "@sm:grid-cols-2 @3xl:grid-cols-3" : ""}`}>
      {series.map((one) => {
        const known = one.values.map((value, month) => ({ value, month: month + 1 })).filter((point) => typeof point.value === "number");
        const spoken = known.map((point) => `${t("month", { month: point.month })} ${format(point.value ?? 0)}${unit}`).join(" ");
        return (
          <li key={one.key}>
            <p className="flex justify-between gap-2 pb-1"><span className="text-dense">{one.label}</span><span className="font-semibold">{one.total}</span></p>
            <svg role={one.href ? "group" : "img"} aria-label={`${one.label} ${spoken}`} width="100%" height={series.length > 1 ? "4.5rem" : "9rem"} className="block">
              <HatchPattern id={`${hatch}${one.key}`} />
              <Drawn as="g" lines={madeOnce(one, hatch, () => pack(columns(one, `${hatch}${one.key}`)))} />
            </svg>
            <p aria-hidden className="flex justify-between text-ink-3"><span>{t("month", { month: 1 })}</span><span>{t("month", { month: 6 })}</span><span>{t("month", { month: 12 })}</span></p>
          </li>
        );
      })}
    </ul>
  );
}
