import { scaleLinear } from "@visx/scale";
import type { ReactNode } from "react";

/** Horizontal and vertical places are shares of the drawing, so that text keeps the page's own size at every width. */
export const at = (share: number) => `${Math.round(share * 10_000) / 100}%`;

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
  children: ReactNode;
};

/** Grid, zero line and value labels; the unit stands once, above the axis. */
export function Plot({ unit, ticks, y, format, linked, label, height = "15rem", children }: PlotProps) {
  return (
    <div className="pt-7 pr-1 pb-8 pl-11 text-note no-autospace">
      <svg role={linked ? "group" : "img"} aria-label={label} width="100%" height={height} className="block overflow-visible">
        <text x="0" y="0" dx="-0.6em" dy="-1.1em" textAnchor="end" fill="var(--ink-3)">{unit}</text>
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1="0" x2="100%" y1={at(y(tick))} y2={at(y(tick))} stroke={tick === 0 ? "var(--line-strong)" : "var(--line)"} />
            <text x="0" dx="-0.6em" y={at(y(tick))} dy="0.35em" textAnchor="end" fill="var(--ink-3)">{format(tick)}</text>
          </g>
        ))}
        {children}
      </svg>
    </div>
  );
}

/** Text on a drawing that stays legible over lines. */
export function Label({ x, y, dx = 0, dy = 0, anchor = "start", strong, className, children }: { x: number; y: number; dx?: number; dy?: number; anchor?: "start" | "middle" | "end"; strong?: boolean; className?: string; children: ReactNode }) {
  return (
    <text x={at(x)} y={at(y)} dx={`${dx}em`} dy={`${dy}em`} textAnchor={anchor} fill={strong ? "var(--ink)" : "var(--ink-2)"} fontWeight={strong ? 600 : 400} stroke="var(--surface)" strokeWidth="4" paintOrder="stroke" className={className}>
      {children}
    </text>
  );
}
