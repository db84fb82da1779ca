import Link from "@/app/_components/ui/link";
import { useTranslations } from "next-intl";
import { Chip } from "@/app/_components/ui/chip";
import { DataTable } from "@/app/_components/ui/data-table";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { LinkButton } from "@/app/_components/ui/button";
import { Facets, FilterTags } from "@/app/_components/ui/filters";
import { Breadcrumbs, SearchBox, Tabs } from "@/app/_components/ui/navigation";
import { Pager } from "@/app/_components/ui/pager";
import { formatAmount } from "@/lib/core/money";

type Contract = [name: string, type: string, state: string, date: string, fen: number];

export function ListSection() {
  const t = useTranslations("design.lists");
  const page = useTranslations("design");
  const rows = t.raw("rows") as Contract[];
  const heads = t.raw("heads") as string[];
  const sum = rows.reduce((total, row) => total + row[4], 0);
  return (
    <section className="grid gap-4">
      <h2>{page("sections.lists")}</h2>
      <Breadcrumbs items={[{ label: page("title"), href: "/design" }, { label: t("caption") }]} />
      <SearchBox action="/design" large label={t("caption")} />
      <Tabs label={t("caption")} items={(t.raw("tabs") as [string, number][]).map(([label, count], index) => ({ label, count, href: `/design?tab=${index}`, current: index === 0 }))} />
      <FilterTags clearHref="/design" items={(t.raw("tags") as string[]).map((label) => ({ label, href: "/design" }))} />
      <div className="grid gap-8 md:grid-cols-[15rem_1fr]">
        <Facets path="/design" query={{}} total={128} groups={[{ name: "field", title: t("facets.field"), options: (t.raw("facets.options") as [string, number][]).map(([label, count]) => ({ value: label, label, count })) }, { kind: "range", name: "maturity", title: t("facets.maturity"), fromName: "from", toName: "to", unit: t("facets.unit") }]} />
        <div id="results" className="min-w-0">
          <DataTable
            caption={t("caption")}
            rows={rows}
            rowKey={(row) => row[0]}
            totalLabel={t("total")}
            columns={[
              { key: "name", label: heads[0], cell: (row) => <Link href="/design">{row[0]}</Link> },
              { key: "type", label: heads[1], cell: (row) => row[1] },
              { key: "state", label: heads[2], cell: (row) => <Chip tone="ok" icon="badge-check" small>{row[2]}</Chip> },
              { key: "date", label: heads[3], cell: (row) => row[3], sortHref: "/design", sorted: "descending" },
              { key: "fen", label: heads[4], align: "figure", cell: (row) => formatAmount(row[4], "wan"), total: formatAmount(sum, "wan"), sortHref: "/design" },
            ]}
          />
          <Pager total={3412} page={2} size={20} measure={t("measure")} extra={t("extra")} path="/design" query={{}} />
          <EmptyState sentence={t("empty")}><LinkButton href="/design">{t("emptyAct")}</LinkButton></EmptyState>
        </div>
      </div>
    </section>
  );
}
