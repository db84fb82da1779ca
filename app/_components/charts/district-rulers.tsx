import { useTranslations } from "next-intl";
import { RulerRows, type RulerWords } from "./ruler-rows";

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
  const max = Math.max(1e-9, ...rows.flatMap((row) => [row.value, row.target ?? 0]));
  const words = rows.map(({ label, value, target, due, href, spoken }): RulerWords => {
    const measure = due ?? target;
    const gap = measure === null ? null : value - measure;
    return {
      label, amount: format(value), value: Math.max(0, value) / max, target: target === null ? null : target / max, due: measure === null ? null : measure / max,
      ...(gap === null ? { gap: t("absent.noTarget"), missing: 1 } : { gap: `${gap > 0 ? "+" : ""}${format(gap)}` }), ...(href ? { href } : {}), ...(spoken ? { spoken } : {}),
    };
  });
  return <RulerRows rows={words} unit={unit} gapHead={gapHead} />;
}
