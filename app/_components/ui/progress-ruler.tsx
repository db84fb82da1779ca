import { useTranslations } from "next-intl";
import { formatCount } from "@/lib/core/figures";
import { formatMoney } from "@/lib/core/money";
import { Ruler } from "./ruler";
import type { RulerTick } from "./ruler";

type Props = {
  value: number;
  target: number;
  /** Where an even year would stand today. */
  due?: number;
  /** A further target above the first. */
  stretch?: number;
  format?: "money" | "count";
  /** Measure word of a count. */
  measure?: string;
  thick?: boolean;
  /** The day that is looked at, where it is not today. */
  on?: string | undefined;
};

/** The ruler with its words made: value now, where it should be today, target, and how far behind or ahead. Money in fen. */
export function ProgressRuler({ value, target, due, stretch, format = "money", measure = "", thick = true, on }: Props) {
  const t = useTranslations("ui.ruler");
  const word = (amount: number) => (format === "money" ? formatMoney(amount) : formatCount(amount) + measure);
  const gap = due === undefined ? "" : value < due ? t("behind", { amount: word(due - value) }) : t("ahead", { amount: word(value - due) });
  const max = Math.max(target, stretch ?? 0, value);
  const ticks: RulerTick[] = [{ at: value, kind: "now", words: t(on ? "then" : "now", { amount: word(value) }) }];
  if (due !== undefined) ticks.push({ at: due, kind: "due", words: `${on ? t("dueOn", { day: on, amount: word(due) }) : t("due", { amount: word(due) })}\u3000${gap}` });
  ticks.push({ at: target, kind: "target", words: t("target", { amount: word(target) }) });
  if (stretch) ticks.push({ at: stretch, kind: "stretch", words: t("stretch", { amount: word(stretch) }) });
  return <Ruler label={ticks.map((tick) => tick.words).join(" ")} max={max} value={value} due={due} ticks={ticks} thick={thick} />;
}
