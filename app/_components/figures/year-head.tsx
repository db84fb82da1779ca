import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Definition, Figure, Absent } from "@/app/_components/ui/facts";
import { ProgressRuler } from "@/app/_components/ui/progress-ruler";
import { formatCount, formatPercent } from "@/lib/core/figures";
import { formatDate } from "@/lib/core/dates";
import { formatMoney } from "@/lib/core/money";
import { nearFlow, type Condition, type Filter } from "@/lib/indicators/filter";
import { viewDate, type Figures } from "@/lib/indicators/queries";
import { WayDown } from "./way-down";

export type HeadFigures = {
  filter: Filter;
  /** Whether figures lead down to contracts (bureau) or nowhere (public). */
  linked: boolean;
  figures: Figures & { averageFen: number | null };
  /** Null: no target, or a part of the year for which none was set. */
  targetFen: number | null;
  elapsedShare: number;
  retention: { city: { byContracts: number | null; byAmount: number | null }; province: { byContracts: number | null; byAmount: number | null } };
  absorbed: Figures & { outsideFen: number };
  partial: boolean;
};

/** The finding as a sentence, the ruler, and the facts beside it, each with its definition. */
export async function YearHead({ filter, linked, figures, targetFen, elapsedShare, retention, absorbed, partial }: HeadFigures) {
  const t = await getTranslations("indicators");
  const down = (children: ReactNode, change: Partial<Record<Condition, string | null>> = {}) => <WayDown filter={filter} linked={linked} change={change}>{children}</WayDown>;
  const total = formatMoney(figures.totalFen);
  const whole = (amount: ReactNode) => <span className="figure-unit">{amount}</span>;
  const values = { total, whole, down: (amount: ReactNode) => whole(down(amount)) };
  const due = targetFen === null ? null : Math.round(targetFen * elapsedShare);
  const gap = due === null ? 0 : figures.totalFen - due;
  const sentence = partial ? t.rich("onlyTotal", values) : targetFen === null ? t.rich("noTarget", { ...values, year: filter.year })
    : elapsedShare >= 1 ? t.rich("past", { ...values, target: formatMoney(targetFen), share: formatPercent(figures.totalFen / targetFen) })
    : t.rich(gap < 0 ? "behind" : "ahead", { ...values, gap: formatMoney(Math.abs(gap)) });
  // Of contracts of one flow all or none stay here: no rate.
  const both = (rate: { byContracts: number | null; byAmount: number | null }, key: "retentionValue" | "retentionProvince") =>
    filter.parts.flow || rate.byContracts === null || rate.byAmount === null ? <Absent kind="none" /> : down(t(key, { n: formatPercent(rate.byContracts), a: formatPercent(rate.byAmount) }), { flow: key === "retentionValue" ? "local" : nearFlow });
  return (
    <section className="grid gap-5">
      <div className="panel grid content-start gap-4">
        <p className="clauses text-h1 font-semibold">{sentence}</p>
        {targetFen !== null && !partial ? <ProgressRuler value={figures.totalFen} target={targetFen} {...(elapsedShare < 1 && due !== null ? { due } : {})} on={filter.asOf ? formatDate(viewDate(filter), "monthDay") : undefined} /> : null}
        <Definition>{t("definition.total")}</Definition>
      </div>
      <div className="panel grid grid-cols-2 max-md:large:grid-cols-1 gap-x-6 gap-y-4 print:grid-cols-3 lg:grid-cols-4 xl:grid-cols-[repeat(4,minmax(0,1fr))_minmax(0,1.6fr)]">
        <Figure label={t("technical")} value={down(formatMoney(figures.technicalFen))}><Definition>{t("definition.technical")}</Definition></Figure>
        <Figure label={t("contracts")} value={down(formatCount(figures.contracts))} unit={t("contractsUnit")}><Definition>{t("definition.contracts")}</Definition></Figure>
        <Figure label={t("average")} value={figures.averageFen === null ? <Absent kind="none" /> : down(formatMoney(figures.averageFen))}><Definition>{t("definition.average")}</Definition></Figure>
        {/* A district is the seller's: of sellers elsewhere nothing is left under it. */}
        {filter.parts.district ? null : <Figure label={t("absorbed")} value={down(formatMoney(absorbed.totalFen), { scope: "buyer" })} asOf={t.rich("absorbedNote", { outside: formatMoney(absorbed.outsideFen), down: (amount) => <span className="whitespace-nowrap">{down(amount, { scope: "outside" })}</span> })}><Definition>{t("definition.absorbed")}</Definition></Figure>}
        <div className="grid col-span-2 max-md:large:col-span-1 content-start gap-0.5 lg:col-span-4 xl:col-span-1">
          <p className="text-dense text-ink-2">{t("retention")}</p>
          <p className="text-h3 font-semibold">{both(retention.city, "retentionValue")}</p>
          <p className="text-dense text-ink-2">{both(retention.province, "retentionProvince")}</p>
          <Definition>{t("definition.retention")}</Definition>
        </div>
      </div>
    </section>
  );
}
