import { getTranslations } from "next-intl/server";
import { ChartFrame } from "@/app/_components/charts/chart-frame";
import { madeOnce } from "@/app/_components/charts/made-once";
import { DistrictRulers } from "@/app/_components/charts/district-rulers";
import { districtShortName, harbinDistricts } from "@/lib/codes/places";
import { formatAmount, formatMoney } from "@/lib/core/money";
import type { Filter } from "@/lib/indicators/filter";
import type { Part } from "@/lib/indicators/queries";
import { outsideDistricts, partName, type FigureWords } from "./part-names";
import { cellDown, contractsHref } from "./way-down";

type Props = { filter: Filter; parts: readonly Part[]; targets: ReadonlyMap<string, number>; elapsedShare: number; asOf: string };

const yi = (fen: number) => formatAmount(fen, "yi", 2);

/** C4: who is behind their own target? Districts without one say so and are measured by nothing. */
export async function DistrictTargetsChart(props: Props) {
  const [t, absent] = await Promise.all([getTranslations("indicators"), getTranslations("ui.absent")]);
  return madeOnce(props.parts, "targets", () => draw(props, t, absent("noTarget")));
}

function draw({ filter, parts, targets, elapsedShare, asOf }: Props, t: FigureWords, noTarget: string) {
  const districts = harbinDistricts.map(({ code, zh }) => {
    const part = parts.find((one) => one.key === code);
    const value = part?.totalFen ?? 0;
    const target = targets.get(code) ?? null;
    return { key: code, label: districtShortName(code), name: zh, value, there: part !== undefined, target, due: target === null ? null : Math.round(target * elapsedShare), unmeasured: false };
  }).sort((a, b) => b.value - a.value);
  const outside = outsideDistricts(parts).map(({ key, totalFen }) => {
    const name = partName(t as never, "district", key);
    return { key, label: name, name, value: totalFen, there: true, target: null, due: null, unmeasured: true };
  });
  const rows = [...districts, ...outside];
  const behind = rows.filter((row) => row.due !== null && row.value < row.due).length;
  const title = targets.size === 0 || behind === 0 ? t("chart.districtTargets") : t("chart.districtTargetsBehind", { count: behind });
  const words = (row: (typeof rows)[number]) => `${row.name} ${formatMoney(row.value)}`;
  return (
    <ChartFrame title={title} subtitle={t("chart.districtTargetsSub", { year: filter.year })} source={t("chart.source")} asOf={asOf}
      table={{
        columns: [{ label: t("columns.name") }, { label: t("columns.amount"), figure: true }, { label: t("columns.target"), figure: true }],
        rows: rows.map((row) => [cellDown(filter, row.there, { district: row.key }, row.name), yi(row.value), row.unmeasured ? "" : row.target === null ? { text: noTarget, faint: 1 } : yi(row.target)]),
      }}>
      <DistrictRulers unit={t("yi")} format={yi} gapHead={t("chart.districtGap")} rows={rows.map((row) => ({ ...row, ...(row.there ? { href: contractsHref(filter, { district: row.key }), spoken: words(row) } : {}) }))} />
    </ChartFrame>
  );
}
