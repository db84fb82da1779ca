import { scaleBand } from "@visx/scale";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { at, HatchPattern, Label, Plot, valueScale } from "./plot";

export type YearBar = {
  year: number;
  /** Null: nobody has reported the year. It is hatched, never zero. */
  value: number | null;
  target?: number | null;
  stretch?: number | null;
  /** The running year. */
  soFar?: boolean;
  href?: string;
  spoken?: string;
};

type Props = { label: string; unit: string; years: readonly YearBar[]; format: (value: number) => string };

/** C2: how do the years compare with the target? A target tick only where the plan names one. */
export function YearBars({ label, unit, years, format }: Props) {
  const t = useTranslations("ui.chart");
  const absent = useTranslations("ui.absent");
  const hatch = useId();
  const { y, ticks } = valueScale(Math.max(0, ...years.flatMap((bar) => [bar.value ?? 0, bar.target ?? 0, bar.stretch ?? 0])));
  const band = scaleBand<number>({ domain: years.map((bar) => bar.year), range: [0, 1], padding: 0.35 });
  const width = band.bandwidth();
  return (
    <Plot unit={unit} ticks={ticks} y={y} format={format} label={label} linked={years.some((bar) => bar.href)}>
      <HatchPattern id={hatch} />
      {years.map((bar) => {
        const x = band(bar.year) ?? 0;
        const top = bar.value === null ? y((ticks.at(-1) ?? 1) / 2) : y(bar.value);
        const middle = x + width / 2;
        // Bar, target and stretch at nearly one height: their figures would run into each other and into the ticks. They stand above the highest of them then, the target's over the bar's.
        const near = (one: number, other: number) => Math.abs(one - other) < 0.1;
        const aim = bar.target ? y(bar.target) : null;
        const further = bar.stretch ? y(bar.stretch) : null;
        const aimTop = aim !== null && further !== null && near(aim, further) ? Math.min(aim, further) : aim;
        const close = bar.value !== null && aim !== null && aimTop !== null && (near(top, aim) || near(top, aimTop));
        const above = close ? Math.min(top, aimTop) : top;
        const drawn = (
          <>
            <rect x={at(x)} width={at(width)} y={at(top)} height={at(1 - top)} fill={bar.value === null ? `url(#${hatch})` : "var(--accent)"} fillOpacity={bar.soFar ? 0.75 : 1} stroke={bar.value === null ? "var(--line-strong)" : "none"} strokeDasharray="3 3" />
            {bar.value === null ? (
              <text x={at(middle)} y={at((top + 1) / 2)} textAnchor="middle" style={{ writingMode: "vertical-rl" }} fill="var(--ink-2)" stroke="var(--surface)" strokeWidth="4" paintOrder="stroke" className="@md:hidden">{absent("unfilled")}</text>
            ) : null}
            <Label x={middle} y={above} dy={-0.5} anchor="middle" strong={bar.value !== null} className={bar.value === null ? "hidden @md:inline" : undefined}>{bar.value === null ? absent("unfilled") : format(bar.value)}</Label>
          </>
        );
        return (
          <g key={bar.year}>
            {bar.href ? <a href={bar.href} aria-label={bar.spoken ?? `${bar.year} ${bar.value === null ? absent("unfilled") : format(bar.value)}${unit}`}>{drawn}</a> : drawn}
            {[bar.target, bar.stretch].map((tick, n) => (tick ? <line key={n} x1={at(x - width * 0.2)} x2={at(x + width * 1.2)} y1={at(y(tick))} y2={at(y(tick))} stroke="var(--ink)" strokeWidth="2" /> : null))}
            {bar.target && aimTop !== null ? <Label x={middle} y={close ? above : aimTop} dy={close ? -1.9 : -0.5} anchor="middle">{t("targetTick", { value: format(bar.target) })}</Label> : null}
            <Label x={middle} y={1} dy={1.5} anchor="middle">
              <tspan className="hidden @md:inline">{bar.year}</tspan>
              <tspan className="@md:hidden">{String(bar.year).slice(2)}</tspan>
            </Label>
            {bar.soFar ? <Label x={middle} y={1} dy={2.7} anchor="middle">{t("soFar")}</Label> : null}
          </g>
        );
      })}
    </Plot>
  );
}
