import Link from "@/app/_components/ui/link";
import { getTranslations } from "next-intl/server";
import { Definition } from "@/app/_components/ui/facts";
import { ProgressRuler } from "@/app/_components/ui/progress-ruler";
import { formatDate } from "@/lib/core/dates";
import { formatMoney } from "@/lib/core/money";
import { yearSentenceFigures } from "@/lib/indicators/queries";
import { clock } from "@/lib/core/clock";

/** The year's contract value against its target, as a sentence in the server's HTML and as the ruler. */
export async function YearFigure({ year }: { year?: number }) {
  const t = await getTranslations("front");
  const shown = year ?? Number(formatDate(clock.now(), "table").slice(0, 4));
  const figures = await yearSentenceFigures(shown);
  const amount = figures.totalFen === null ? null : formatMoney(figures.totalFen);
  const sentence = amount === null ? (figures.reportedFen === null ? t("unfilled", { year: shown }) : t("reported", { amount: formatMoney(figures.reportedFen) })) : figures.targetFen === null ? t("sentenceNoTarget", { amount }) : t("sentence", { amount, target: formatMoney(figures.targetFen) });
  return (
    <section className="panel grid content-start gap-3" aria-labelledby="year-figure">
      <h2 id="year-figure" className="text-h3">{t("yearTitle", { year: shown })}</h2>
      <p className="clauses text-h1 font-semibold">{sentence}</p>
      {figures.totalFen !== null && figures.targetFen !== null ? (
        <ProgressRuler value={figures.totalFen} target={figures.targetFen} due={Math.round(figures.targetFen * figures.elapsedShare)} />
      ) : null}
      <p className="flex flex-wrap gap-x-5 text-dense text-ink-3">
        <span>{t("asOf", { date: formatDate(figures.asOf, "prose") })}</span>
        <Link href={`/data?year=${shown}`}>{t("toData")}</Link>
      </p>
      <Definition>{(await getTranslations("indicators.definition"))("total")}</Definition>
    </section>
  );
}
