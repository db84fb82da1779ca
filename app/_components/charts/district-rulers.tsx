import Link from "next/link";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { HatchPattern } from "./plot";

export type DistrictRow = {
  key: string;
  label: string;
  value: number;
  /** Null: the district has no target; it is told in words, never ranked by completion. */
  target: number | null;
  /** Where it should stand today. */
  due?: number | null;
  href?: string;
  spoken?: string;
};

type Props = { rows: readonly DistrictRow[]; unit: string; format: (value: number) => string; gapHead: string };

/** C4: who is behind their own target? One ruler per district on one scale; the gap is `value - (due ?? target)`. */
export function DistrictRulers({ rows, unit, format, gapHead }: Props) {
  const t = useTranslations("ui");
  const hatch = useId();
  const max = Math.max(1e-9, ...rows.flatMap((row) => [row.value, row.target ?? 0]));
  const share = (value: number) => `${(value / max) * 100}%`;
  const columns = "grid items-center gap-x-3 grid-cols-[4rem_minmax(3rem,1fr)_3.5rem_4.375rem]";
  return (
    <div role="group" className="text-dense no-autospace">
      <svg aria-hidden width="0" height="0" className="absolute"><HatchPattern id={hatch} color="var(--accent)" /></svg>
      <p aria-hidden className={`${columns} pb-1 text-note text-ink-3`}>
        <span />
        <span />
        <span className="figures">{unit}</span>
        <span className="figures">{gapHead}</span>
      </p>
      <ul>
        {rows.map((row) => {
          const measure = row.due ?? row.target;
          const gap = measure === null ? null : row.value - measure;
          const inner = (
            <>
              <span>{row.label}</span>
              <svg aria-hidden width="100%" height="0.875rem" className="block overflow-visible">
                {row.target === null ? null : <rect width={share(row.target)} height="100%" fill="var(--sunken)" stroke="var(--line-strong)" />}
                <rect width={share(Math.max(0, row.value))} height="100%" fill="var(--accent)" />
                {measure !== null && measure > row.value ? <rect x={share(Math.max(0, row.value))} width={share(measure - Math.max(0, row.value))} height="100%" fill={`url(#${hatch})`} /> : null}
                {row.target === null ? null : <line x1={share(row.target)} x2={share(row.target)} y1="-3" y2="17" stroke="var(--ink)" strokeWidth="2" />}
              </svg>
              <span className="figures font-semibold">{format(row.value)}</span>
              <span className="figures">{gap === null ? <span className="text-note text-ink-3">{t("absent.noTarget")}</span> : `${gap > 0 ? "+" : ""}${format(gap)}`}</span>
            </>
          );
          const look = `${columns} min-h-9 border-t border-line py-1.5 text-ink`;
          return (
            <li key={row.key}>
              {row.href ? <Link href={row.href} aria-label={row.spoken} className={`${look} hover:bg-sunken hover:text-ink hover:no-underline`}>{inner}</Link> : <div className={look}>{inner}</div>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
