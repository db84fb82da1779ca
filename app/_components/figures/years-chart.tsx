import { getTranslations } from "next-intl/server";
import { ChartFrame } from "@/app/_components/charts/chart-frame";
import { madeOnce } from "@/app/_components/charts/made-once";
import { YearBars } from "@/app/_components/charts/year-bars";
import { formatAmount } from "@/lib/core/money";
import type { YearLine } from "@/lib/indicators/queries";
import type { FigureWords } from "./part-names";

type Props = { years: readonly YearLine[]; /** Nothing is filtered: otherwise it is said that these figures are not. */ whole?: boolean; thisYear: number; asOf: string; hrefOf: (year: number) => string };

const yi = (fen: number) => formatAmount(fen, "yi");

/** C2: the years beside their targets; `thisYear` is the one that the view has reached; a year that nobody filled in is hatched, never zero. */
export async function YearsChart(props: Props) {
  const [t, absent] = await Promise.all([getTranslations("indicators"), getTranslations("ui.absent")]);
  return madeOnce(props.years, `years ${props.whole} ${props.thisYear} ${props.hrefOf(props.thisYear)}`, () => draw(props, t, absent));
}

function draw({ years, whole = true, thisYear, asOf, hrefOf }: Props, t: FigureWords, absent: (kind: "unfilled" | "noLedger" | "noTarget") => string) {
  const value = (line: YearLine) => line.figures?.totalFen ?? line.reportedFen;
  const cell = (fen: number | null | undefined, kind: "unfilled" | "noLedger" | "noTarget") => (fen === null || fen === undefined ? { text: absent(kind), faint: 1 as const } : yi(fen));
  return (
    <ChartFrame title={t("chart.years")} subtitle={t(whole ? "chart.yearsSub" : "chart.yearsSubWhole")} note={t("chart.yearsNote")} source={t("chart.source")} asOf={asOf}
      table={{
        columns: [{ label: t("columns.year") }, { label: t("columns.computed"), figure: true }, { label: t("columns.reported"), figure: true }, { label: t("columns.target"), figure: true }],
        rows: years.map((line) => [String(line.year), cell(line.figures?.totalFen, "noLedger"), cell(line.reportedFen, "unfilled"), cell(line.targetFen, "noTarget")]),
      }}>
      <YearBars label={t("chart.years")} unit={t("yi")} format={yi} years={years.map((line) => ({ year: line.year, value: value(line), target: line.targetFen, soFar: line.year === thisYear, reported: line.figures === null && line.reportedFen !== null, coming: line.year > thisYear, href: hrefOf(line.year) }))} />
    </ChartFrame>
  );
}
