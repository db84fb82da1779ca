import { AreaClosed, LinePath } from "@visx/shape";
import { scaleLinear } from "@visx/scale";
import { useTranslations } from "next-intl";
import { elapsedShareOfYear } from "@/lib/core/dates";
import type { PlainDate } from "@/lib/core/dates";
import { at, Label, Plot, valueScale } from "./plot";

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
const months = [1, 3, 5, 7, 9, 11];

/** C1: will the year reach the target? Cumulative line (joined straight), even-year line dashed, target thin, forecast as a pale band. */
export function CumulativeChart({ label, unit, points, target, forecast, format }: Props) {
  const t = useTranslations("ui.chart");
  const last = points.at(-1);
  const { y, ticks } = valueScale(Math.max(target ?? 0, forecast?.high ?? 0, last?.value ?? 0));
  const x = (date: PlainDate) => elapsedShareOfYear(date);
  const px = scaleLinear<number>({ domain: [0, 1], range: [0, box] });
  const line = [{ x: 0, value: 0 }, ...points.map((point) => ({ x: x(point.date), value: point.value }))];
  const end = last ? x(last.date) : 0;
  const behind = last !== undefined && target !== null && last.value < target * end;
  // Late in a year that is behind there is no room right of the point: both labels stand below the line, at the right end.
  const late = behind && end > 0.6;
  const band = forecast && last ? [{ x: end, low: last.value, high: last.value }, { x: 1, ...forecast }] : null;
  return (
    <Plot unit={unit} ticks={ticks} y={y} format={format} label={label}>
      {target === null ? null : (
        <>
          <line x1="0" x2="100%" y1={at(y(0))} y2={at(y(target))} stroke="var(--ink-3)" strokeDasharray="5 4" />
          <line x1="0" x2="100%" y1={at(y(target))} y2={at(y(target))} stroke="var(--ink)" strokeWidth="1.5" />
          <Label x={0} y={y(target)} dx={0.3} dy={-0.5}>{t("target", { value: format(target) })}</Label>
          <Label x={0.36} y={y(target * 0.36)} dx={-0.6} dy={-0.6} anchor="end" className="hidden @md:inline">{t("even")}</Label>
        </>
      )}
      <svg viewBox={`0 0 ${box} ${box}`} preserveAspectRatio="none" width="100%" height="100%" overflow="visible">
        {band ? (
          <>
            <AreaClosed data={band} x={(d) => px(d.x)} y0={(d) => y(d.low) * box} y1={(d) => y(d.high) * box} yScale={scaleLinear<number>({ domain: [0, 1], range: [box, 0] })} fill="var(--accent-soft)" />
            <LinePath data={band} x={(d) => px(d.x)} y={(d) => y((d.low + d.high) / 2) * box} stroke="var(--accent)" strokeWidth={2} strokeDasharray="1 5" strokeLinecap="round" vectorEffect="non-scaling-stroke" />
          </>
        ) : null}
        <LinePath data={line} x={(d) => px(d.x)} y={(d) => y(d.value) * box} stroke="var(--accent)" strokeWidth={3} strokeLinejoin="round" vectorEffect="non-scaling-stroke" fill="none" />
      </svg>
      {last ? (
        <>
          <circle cx={at(end)} cy={at(y(last.value))} r="5" fill="var(--accent)" stroke="var(--surface)" strokeWidth="2" />
          {late ? <Label x={1} y={y(last.value)} dy={4.6} anchor="end" strong className="@md:hidden">{`${format(last.value)} (${last.date.slice(5)})`}</Label> : null}
          <Label x={late ? 1 : end} y={y(last.value)} dx={late ? 0 : behind ? 0.6 : -0.6} dy={late ? 2.6 : behind ? 1.4 : -0.8} anchor={late || !behind ? "end" : "start"} strong className={late ? "hidden @md:inline" : undefined}>{`${format(last.value)} (${last.date.slice(5)})`}</Label>
        </>
      ) : null}
      {forecast ? <Label x={1} y={y(late && last ? last.value : forecast.low)} dy={late ? 4.1 : 1.6} anchor="end">{t("forecast", { range: `${format(forecast.low)}\u2013${format(forecast.high)}` })}</Label> : null}
      {months.map((month) => <Label key={month} x={(month - 1) / 12} y={1} dy={1.6} anchor={month === 1 ? "start" : "middle"} className={month % 4 === 3 ? "hidden @sm:inline" : undefined}>{t("month", { month })}</Label>)}
    </Plot>
  );
}
