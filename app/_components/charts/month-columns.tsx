import { useTranslations } from "next-intl";
import { draw, plain } from "./markup";
import { at, label as labelAt, Plot, valueScale } from "./plot";

export type MonthColumn = {
  /** 1 to 12. */
  month: number;
  value: number;
  href?: string;
  spoken?: string;
};

type Props = { label: string; unit: string; months: readonly MonthColumn[]; format: (value: number) => string; /** What a grid line is called; its decimals are not those of a figure. */ formatTick: (value: number) => string };

/** C9 for one series: which month, which season? Every month has its place, months that have not been leave it empty. */
export function MonthColumns({ label, unit, months, format, formatTick }: Props) {
  const t = useTranslations("ui.chart");
  const highest = Math.max(0, ...months.map((column) => column.value));
  const { y, ticks } = valueScale(highest);
  const columns = () => months.map(({ month, value, href, spoken }) => {
    const middle = (month - 0.5) / 12;
    const bar = draw("rect", { x: at((month - 1) / 12 + 0.012), width: at(1 / 12 - 0.024), y: at(y(value)), height: at(Math.max(0, y(0) - y(value))), fill: "var(--accent)" });
    // On a phone there is room for the highest figure only; the table has all of them.
    const figure = labelAt({ x: middle, y: y(value), dy: -0.5, anchor: "middle", strong: true, className: value === highest ? undefined : "hidden @md:inline" }, plain(format(value)));
    if (!href) return bar + figure;
    // The whole column answers, so that a small month can be hit, too.
    return draw("a", { href, "aria-label": spoken ?? "" }, draw("rect", { x: at((month - 1) / 12), width: at(1 / 12), y: 0, height: "100%", fill: "transparent" }), bar, figure);
  });
  const names = () => Array.from({ length: 12 }, (_, index) => labelAt({ x: (index + 0.5) / 12, y: 1, dy: 1.5, anchor: "middle", className: index % 2 === 0 ? undefined : "hidden @md:inline" }, plain(t("month", { month: index + 1 }))));
  return <Plot unit={unit} ticks={ticks} y={y} format={formatTick} label={label} height="11rem" linked={months.some((column) => column.href)} of={months} drawn={() => [...columns(), ...names()]} />;
}
