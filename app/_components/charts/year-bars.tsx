import { scaleBand } from "@visx/scale";
import { useTranslations } from "next-intl";
import { draw, plain } from "./markup";
import { at, label as labelAt, Plot, valueScale } from "./plot";

export type YearBar = {
  year: number;
  /** Null: nobody has reported the year. It is hatched, never zero. */
  value: number | null;
  target?: number | null;
  stretch?: number | null;
  /** The running year. */
  soFar?: boolean;
  /** What stands in no ledger: drawn lighter where other years are computed, and said below its year. */
  reported?: boolean;
  /** It has not begun: there is a target and nothing to report. */
  coming?: boolean;
  href?: string;
  spoken?: string;
};

type Props = { label: string; unit: string; years: readonly YearBar[]; format: (value: number) => string };

/** C2: how do the years compare with the target? A target tick only where the plan names one. */
export function YearBars({ label, unit, years, format }: Props) {
  const t = useTranslations("ui.chart");
  const absent = useTranslations("ui.absent");
  const { y, ticks } = valueScale(Math.max(0, ...years.flatMap((bar) => [bar.value ?? 0, bar.target ?? 0, bar.stretch ?? 0])));
  const band = scaleBand<number>({ domain: years.map((bar) => bar.year), range: [0, 1], padding: 0.35 });
  const width = band.bandwidth();
  /** Bar, target and stretch at nearly one height: their figures would run into each other and into the ticks. They stand above the highest of them then, the target's over the bar's. */
  const heights = (bar: YearBar) => {
    const near = (one: number, other: number) => Math.abs(one - other) < 0.1;
    const top = bar.value === null ? y((ticks.at(-1) ?? 1) / 2) : y(bar.value);
    const aim = bar.target ? y(bar.target) : null;
    const further = bar.stretch ? y(bar.stretch) : null;
    const aimTop = aim !== null && further !== null && near(aim, further) ? Math.min(aim, further) : aim;
    const close = bar.value !== null && aim !== null && aimTop !== null && (near(top, aim) || near(top, aimTop));
    const above = close ? Math.min(top, aimTop) : top;
    // How far down the drawing the target's word stands: over the bar's figure it needs a line more.
    return { close, above, word: aimTop === null ? null : close ? { y: above, dy: -1.9 } : { y: aimTop, dy: -0.5 } };
  };
  /** Years beside each other with one and the same target share its word: on a phone there is no room for two. */
  const targets = () => years.flatMap((bar, at) => {
    const before = years[at - 1];
    if (!bar.target || (before?.target === bar.target && before.stretch === bar.stretch)) return [];
    const after = years.slice(at).findIndex((one) => one.target !== bar.target || one.stretch !== bar.stretch);
    const run = years.slice(at, after < 0 ? undefined : at + after);
    const words = run.flatMap((one) => heights(one).word ?? []);
    const [highest] = words.sort((a, b) => a.y + a.dy * 0.07 - (b.y + b.dy * 0.07));
    const middle = run.reduce((sum, one) => sum + (band(one.year) ?? 0) + width / 2, 0) / run.length;
    return highest ? [{ year: bar.year, target: bar.target, middle, ...highest }] : [];
  });
  const narrow = "@md:hidden", wide = "hidden @md:inline";
  const columns = (hatch: string) => years.flatMap((bar) => {
    const x = band(bar.year) ?? 0;
    const top = bar.value === null ? y((ticks.at(-1) ?? 1) / 2) : y(bar.value);
    const middle = x + width / 2;
    const said = bar.value === null ? absent("unfilled") : format(bar.value);
    // Three digits are as wide as the column of a phone, in larger type, too.
    const short = said.replace(/^(\d{3})\.\d+$/u, (figure) => String(Math.round(Number(figure))));
    const column = [
      draw("rect", { x: at(x), width: at(width), y: at(top), height: at(1 - top), "fill-opacity": bar.soFar ? 0.75 : 1, ...(bar.value === null ? { fill: `url(#${hatch})`, stroke: "var(--line-strong)", "stroke-dasharray": "3 3" } : bar.reported ? { fill: "var(--accent-soft)", stroke: "var(--accent)" } : { fill: "var(--accent)" }) }),
      ...(bar.value === null ? [draw("text", { x: at(middle), y: at((top + 1) / 2), "text-anchor": "middle", style: "writing-mode:vertical-rl", fill: "var(--ink-2)", class: `halo ${narrow} print:hidden` }, plain(said))] : []),
      labelAt({ x: middle, y: heights(bar).above, dy: -0.5, anchor: "middle", strong: bar.value !== null, className: bar.value === null ? `${wide} print:inline` : undefined }, short === said ? plain(said) : draw("tspan", { class: wide }, plain(said)) + draw("tspan", { class: narrow }, short)),
    ];
    return [
      ...(bar.coming ? [] : bar.href ? [draw("a", { href: bar.href, "aria-label": bar.spoken ?? `${bar.year} ${said}${unit}` }, ...column)] : column),
      ...[bar.target, bar.stretch].flatMap((tick) => (tick ? [draw("line", { x1: at(x - width * 0.2), x2: at(x + width * 1.2), y1: at(y(tick)), y2: at(y(tick)), stroke: "var(--ink)", "stroke-width": 2 })] : [])),
      labelAt({ x: middle, y: 1, dy: 1.5, anchor: "middle" }, draw("tspan", { class: wide }, String(bar.year)) + draw("tspan", { class: narrow }, String(bar.year).slice(2))),
      ...(bar.soFar || bar.reported ? [labelAt({ x: middle, y: 1, dy: 2.7, anchor: "middle" }, plain(t(bar.reported ? "reported" : "soFar")))] : []),
    ];
  });
  const drawn = (hatch: string) => [...columns(hatch), ...targets().map((one) => labelAt({ x: one.middle, y: one.y, dy: one.dy, anchor: "middle" }, plain(t("targetTick", { value: format(one.target) }))))];
  return <Plot unit={unit} ticks={ticks} y={y} format={format} label={label} linked={years.some((bar) => bar.href)} hatched of={years} drawn={drawn} />;
}
