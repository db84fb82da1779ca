import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatPercent } from "@/lib/core/figures";
import { BarRows, type BarWords } from "./bar-rows";
import { madeOnce } from "./made-once";

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
  const words = madeOnce(rows, "bars", () => barsOf(rows, format, t("unfilled")));
  return <BarRows rows={words} unit={unit} shareHead={heads.share} changeHead={heads.change} />;
}

function barsOf(rows: readonly BarRow[], format: Props["format"], unfilled: string): BarWords[] {
  const max = Math.max(0, ...rows.map((row) => row.value ?? 0));
  return rows.map(({ key: _, value, share, ...row }): BarWords => ({
    ...row, share: share === null || share === undefined ? "" : formatPercent(share),
    // Four digits: a drawing has no more.
    ...(value === null ? { bar: null, absent: unfilled, amount: "" } : { bar: max > 0 ? Math.round((value / max) * 10_000) / 10_000 : 0, amount: format(value) }),
  }));
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
