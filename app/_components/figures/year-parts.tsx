import { getTranslations } from "next-intl/server";
import { ChartFrame } from "@/app/_components/charts/chart-frame";
import { madeOnce } from "@/app/_components/charts/made-once";
import { MonthColumns } from "@/app/_components/charts/month-columns";
import { SizeClasses } from "@/app/_components/charts/size-classes";
import { TileDistricts } from "@/app/_components/charts/tile-districts";
import { districtShortName, harbinDistricts } from "@/lib/codes/places";
import { formatCount, formatPercent } from "@/lib/core/figures";
import { formatAmount, formatMoney } from "@/lib/core/money";
import type { Filter } from "@/lib/indicators/filter";
import type { Part } from "@/lib/indicators/queries";
import { drawnUnit, tileAmount } from "./drawn-unit";
import { outsideDistricts, partName, scopeName, type FigureWords } from "./part-names";
import { cellDown, contractsHref, WayDown } from "./way-down";

type Props = { filter: Filter; parts: readonly Part[]; linked: boolean; asOf: string };

const yi = (fen: number) => formatAmount(fen, "yi", 2);

/** C9: the months of one year on one scale. */
export async function MonthsChart(props: Props) {
  const t = await getTranslations("indicators");
  return madeOnce(props.parts, `months ${props.linked}`, () => months(props, t));
}

function months({ filter, parts, asOf, linked }: Props, t: FigureWords) {
  const whole = Math.max(1, parts.reduce((sum, part) => sum + part.totalFen, 0));
  const highest = parts.reduce<Part | undefined>((best, part) => (part.totalFen > (best?.totalFen ?? 0) ? part : best), undefined);
  const title = highest ? t("chart.monthsTop", { month: highest.key, amount: formatMoney(highest.totalFen) }) : t("chart.months");
  const unit = drawnUnit(highest?.totalFen ?? 0), figure = (fen: number) => formatAmount(fen, unit, unit === "wan" ? 0 : 2);
  const name = (part: Part) => t("monthName", { month: part.key });
  const columns = parts.map((part) => ({
    month: Number(part.key), value: part.totalFen,
    ...(linked ? { href: contractsHref(filter, { month: part.key }), spoken: t("spokenAmount", { name: name(part), amount: formatMoney(part.totalFen), share: formatPercent(part.totalFen / whole), count: formatCount(part.contracts) }) } : {}),
  }));
  return (
    <ChartFrame title={title} subtitle={t("chart.monthsSub", { year: filter.year, unit: t(unit), scope: scopeName(t as never, filter) })} source={t("chart.source")} asOf={asOf}
      table={{ columns: [{ label: t("columns.month") }, { label: t("columns.amountIn", { unit: t(unit) }), figure: true }, { label: t("columns.contracts"), figure: true }], rows: parts.map((part) => [cellDown(filter, linked, { month: part.key }, name(part)), figure(part.totalFen), formatCount(part.contracts)]) }}>
      <MonthColumns label={title} unit={t(unit)} format={figure} formatTick={(fen) => formatAmount(fen, unit, unit === "wan" ? 0 : 1)} months={columns} />
    </ChartFrame>
  );
}

/** C10: few large or many small? */
export async function SizesChart(props: Props & { largeFen: number }) {
  const t = await getTranslations("indicators");
  return madeOnce(props.parts, `sizes ${props.linked}`, () => sizes(props, t));
}

function sizes({ filter, parts, asOf, linked, largeFen }: Props & { largeFen: number }, t: FigureWords) {
  const whole = parts.reduce((sum, part) => sum + part.totalFen, 0);
  const large = parts.find((part) => part.key === "large");
  const title = large && whole > 0 ? t("chart.sizesTitle", { count: formatCount(large.contracts), share: formatPercent(large.totalFen / whole) }) : t("dimension.size");
  const name = (part: Part) => t(`sizeName.${part.key}` as never);
  return (
    <ChartFrame title={title} subtitle={t("chart.sizesSub", { year: filter.year, scope: scopeName(t as never, filter), large: formatMoney(largeFen) })} source={t("chart.source")} asOf={asOf}
      table={{ columns: [{ label: t("columns.name") }, { label: t("columns.contracts"), figure: true }, { label: t("columns.amount"), figure: true }], rows: parts.map((part) => [cellDown(filter, linked, { size: part.key }, name(part)), formatCount(part.contracts), yi(part.totalFen)]) }}>
      <SizeClasses heads={{ label: t("dimension.size"), count: t("columns.contracts"), amount: t("columns.amount") }} format={yi} rows={parts.map((part) => ({ key: part.key, label: name(part), count: part.contracts, amount: part.totalFen, ...(linked ? { href: contractsHref(filter, { size: part.key }), spoken: t("spoken", { name: name(part), amount: yi(part.totalFen), share: whole > 0 ? formatPercent(part.totalFen / whole) : "", count: formatCount(part.contracts) }) } : {}) }))} />
    </ChartFrame>
  );
}

/** C13: the districts as equal squares. */
export async function DistrictsChart(props: Props) {
  const t = await getTranslations("indicators");
  return madeOnce(props.parts, `districts ${props.linked}`, () => districts(props, t));
}

function districts({ filter, parts, asOf, linked }: Props, t: FigureWords) {
  const tiles = harbinDistricts.map((district) => {
    const part = parts.find((one) => one.key === district.code);
    const fen = part?.totalFen ?? 0;
    // Nothing leads down where there is nothing.
    return { code: district.code, label: districtShortName(district.code), value: fen, there: part !== undefined, ...(linked && part ? { href: contractsHref(filter, { district: district.code }), spoken: `${district.zh} ${formatMoney(fen)}` } : {}) };
  });
  // The squares are a map and stand all; a list of what a filter has left names no district in which nothing is.
  const sorted = tiles.filter((tile) => tile.there || Object.keys(filter.parts).length === 0).sort((a, b) => b.value - a.value);
  const outside = outsideDistricts(parts);
  const name = (part: Part) => partName(t as never, "district", part.key);
  return (
    <ChartFrame title={t("chart.districts")} subtitle={t("chart.districtsSub", { year: filter.year, scope: scopeName(t as never, filter) })} source={t("chart.source")} asOf={asOf}
      table={{ columns: [{ label: t("columns.name") }, { label: t("columns.amount"), figure: true }], rows: sorted.map((tile) => [cellDown(filter, linked && tile.there, { district: tile.code }, tile.label), yi(tile.value)]).concat(outside.map((part) => [cellDown(filter, linked, { district: part.key }, name(part)), yi(part.totalFen)])) }}
      note={outside.length === 0 ? undefined : outside.map((part) => <span key={part.key}>{name(part)}{"\u3000"}<WayDown filter={filter} change={{ district: part.key }} linked={linked}>{formatMoney(part.totalFen)}</WayDown></span>)}>
      <TileDistricts tiles={tiles} format={tileAmount} />
    </ChartFrame>
  );
}
