import Link from "@/app/_components/ui/link";
import { useTranslations } from "next-intl";
import { DataTable } from "@/app/_components/ui/data-table";
import type { CountedYear } from "@/lib/contracts/imports/what-counts";
import { formatCount } from "@/lib/core/figures";
import { formatAmount, formatMoney } from "@/lib/core/money";

/** How much of the import counts in which year, and why the rest does not: with it the cockpit moves by what was announced here. */
export function CountedYears({ years, linked }: { years: readonly CountedYear[]; /** They count by now. */ linked: boolean }) {
  const t = useTranslations("ledger.counting");
  if (years.length === 0) return null;
  const sum = (of: (line: CountedYear) => number) => years.reduce((all, line) => all + of(line), 0);
  const count = (key: string, of: (line: CountedYear) => number) => ({ key, label: t(key as never), align: "figure" as const, cell: (line: CountedYear) => formatCount(of(line)), ...(years.length > 1 ? { total: formatCount(sum(of)) } : {}) });
  const money = (key: string, of: (line: CountedYear) => number) => ({ key, label: t(key as never), align: "figure" as const, cell: (line: CountedYear) => formatAmount(of(line), "wan"), ...(years.length > 1 ? { total: formatAmount(sum(of), "wan") } : {}) });
  const elsewhere = sum((line) => line.elsewhere.contracts), absorbed = sum((line) => line.absorbed.contracts);
  return (
    <div className="grid gap-2">
      <DataTable caption={t("caption")} captionShown phone="table" rows={years} rowKey={(line) => String(line.year)} totalLabel={t("sum")} columns={[
        { key: "year", label: t("year"), className: "whitespace-nowrap", cell: (line) => (linked ? <Link href={`/cockpit?year=${line.year}`}>{line.year}</Link> : line.year) },
        count("city", (line) => line.city.contracts), money("cityTotal", (line) => line.city.totalFen), money("cityTechnical", (line) => line.city.technicalFen),
        count("elsewhere", (line) => line.elsewhere.contracts), money("elsewhereTotal", (line) => line.elsewhere.totalFen),
      ]} />
      <p className="text-dense text-ink-2">{elsewhere === 0 ? t("allCount") : t("why", { count: formatCount(elsewhere) })}{absorbed > 0 ? t("absorbed", { count: formatCount(absorbed), amount: formatMoney(sum((line) => line.absorbed.totalFen)) }) : ""}</p>
    </div>
  );
}
