import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatPercent } from "@/lib/core/figures";
import { Bar } from "./bar";

export type BarRow = {
  key: string;
  label: string;
  /** Null: not reported; drawn without a bar, in words. */
  value: number | null;
  /** 0–1 of the whole. */
  share?: number | null;
  /** Change in words, with arrow and sign. */
  change?: ReactNode;
  href?: string;
  /** Spoken name of the link: label, value, share, what opens. */
  spoken?: string;
  color?: string;
  outline?: string;
};

type Props = { rows: readonly BarRow[]; unit: string; format: (value: number) => string; heads?: { share?: string; change?: string } };

/** C3: what is it made of? Rows in the order given (sorted by value, the rest last); each row is one link. */
export function HorizontalBars({ rows, unit, format, heads = {} }: Props) {
  const t = useTranslations("ui.absent");
  const max = Math.max(0, ...rows.map((row) => row.value ?? 0));
  const wide = heads.change ? "@md:grid-cols-[6.125rem_minmax(3rem,1fr)_4rem_3.5em_5.25rem]" : "@md:grid-cols-[6.125rem_minmax(3rem,1fr)_4rem_3.0625rem]";
  const columns = `grid items-center gap-x-3 gap-y-0.5 grid-cols-[minmax(0,1fr)_4rem_3.0625rem] ${wide}`;
  return (
    <div role="group" className="@container text-dense no-autospace">
      <div aria-hidden className={`${columns} pb-1 text-note text-ink-3`}>
        <span />
        <span className="hidden @md:block" />
        <span className="figures">{unit}</span>
        <span className="figures">{heads.share}</span>
        {heads.change ? <span className="figures hidden @md:block">{heads.change}</span> : null}
      </div>
      <ul>
        {rows.map((row) => {
          const inner = (
            <>
              <span className="min-w-0">{row.label}</span>
              <span className="order-last col-span-full @md:order-none @md:col-span-1">
                {row.value === null ? <span className="text-note text-ink-3">{t("unfilled")}</span> : <Bar share={max > 0 ? row.value / max : 0} color={row.color} outline={row.outline} />}
              </span>
              <span className="figures font-semibold">{row.value === null ? "" : format(row.value)}</span>
              <span className="figures text-ink-2">{row.share === null || row.share === undefined ? "" : formatPercent(row.share)}</span>
              {heads.change ? <span className="figures hidden text-note text-ink-2 @md:block">{row.change}</span> : null}
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

/** C7: where does technology go? Four partners, then the reverse figure as a sentence. */
export function FlowBars({ rows, unit, format, heads, reverse }: Props & { reverse: ReactNode }) {
  return (
    <div className="grid gap-2">
      <HorizontalBars rows={rows} unit={unit} format={format} heads={heads} />
      <p className="border-t border-line-strong pt-2 text-dense">{reverse}</p>
    </div>
  );
}
