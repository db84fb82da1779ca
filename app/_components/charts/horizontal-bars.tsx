import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatPercent } from "@/lib/core/figures";
import { Drawn } from "./drawn";
import { madeOnce } from "./made-once";
import { draw } from "./markup";
import { pack } from "./pack";
import { barMarkup, cell, mainFigure, rowMarkup } from "./row";

export type BarRow = {
  key: string;
  label: string;
  /** Null: not reported; drawn without a bar, in words. */
  value: number | null;
  /** 0–1 of the whole. */
  share?: number | null;
  /** Change in words, with arrow and sign. */
  change?: string;
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
  const wide = heads.change ? "@md:[--columns:6.125rem_minmax(3rem,1fr)_4rem_3.5em_5.25rem]" : "@md:[--columns:6.125rem_minmax(3rem,1fr)_4rem_3.0625rem]";
  return (
    <div role="group" className="@container text-dense no-autospace">
      <div className={`[--columns:minmax(0,1fr)_4rem_3.0625rem] ${wide}`}>
        <div aria-hidden className="chart-head">
          <span />
          <span className="hidden @md:block" />
          <span className="figures">{unit}</span>
          <span className="figures">{heads.share}</span>
          {heads.change ? <span className="figures hidden @md:block">{heads.change}</span> : null}
        </div>
        <Drawn as="ul" className="chart-rows" lines={madeOnce(rows, "bars", () => barsOf(rows, format, t("unfilled"), heads.change !== undefined))} />
      </div>
    </div>
  );
}

function barsOf(rows: readonly BarRow[], format: Props["format"], unfilled: string, changes: boolean): string {
  const max = Math.max(0, ...rows.map((row) => row.value ?? 0));
  return pack(rows.map(({ value, share, label, change, ...row }) => rowMarkup(row,
    cell(label),
    draw("span", { class: "drawn" }, value === null ? cell(unfilled, "text-note text-ink-3") : barMarkup({ ...row, share: max > 0 ? value / max : 0 })),
    mainFigure(value === null ? "" : format(value)),
    cell(share === null || share === undefined ? "" : formatPercent(share), "share"),
    changes ? cell(change ?? "", "change") : "",
  )));
}

/** C7: where does technology go? Four partners, then the reverse figure as a sentence. */
export function FlowBars({ rows, unit, format, heads, reverse }: Props & { reverse: ReactNode }) {
  return (
    <div className="grid gap-2">
      <HorizontalBars rows={rows} unit={unit} format={format} heads={heads} />
      {reverse ? <p className="border-t border-line-strong pt-2 text-dense">{reverse}</p> : null}
    </div>
  );
}
