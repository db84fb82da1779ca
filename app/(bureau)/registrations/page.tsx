import type { Metadata } from "next";
import Link from "@/app/_components/ui/link";
import { getTranslations } from "next-intl/server";
import { requireBureau } from "@/app/_server/actor";
import { RegistrationChip } from "@/app/_components/deal/status-chips";
import { UnverifiedChip } from "@/app/_components/rules/unverified-chip";
import { DemoChip } from "@/app/_components/listing/demo-chip";
import { LinkButton } from "@/app/_components/ui/button";
import { Chip } from "@/app/_components/ui/chip";
import { DataTable } from "@/app/_components/ui/data-table";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Absent } from "@/app/_components/ui/facts";
import { SearchBox, Tabs } from "@/app/_components/ui/navigation";
import { CountSentence, Pager } from "@/app/_components/ui/pager";
import { countRegistrations, listRegistrations, queueTab, queueTabs, type DueStanding, type QueueTab } from "@/lib/contracts/registrations/queries";
import { formatDate } from "@/lib/core/dates";
import { formatAmount } from "@/lib/core/money";
import { pageRequest } from "@/lib/core/page";
import { typedIn } from "@/lib/core/typed-text";

type Props = { searchParams: Promise<Record<string, string | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("registrations"))("title") };
}

/** What waits for the registrar's record, what is due first on top. */
export default async function RegistrationsPage({ searchParams }: Props) {
  const [actor, query] = await Promise.all([requireBureau(), searchParams]);
  const t = await getTranslations("registrations");
  const tab = queueTab(query.tab);
  const q = typedIn(query.q);
  const [list, counts] = await Promise.all([listRegistrations(actor, { tab, q: q ?? null }, pageRequest(query)), countRegistrations(actor)]);
  const counted = { total: list.total, page: list.page, size: list.size, measure: t("measure") };
  const done = tab === "registered" || tab === "closed";
  return (
    <div className="grid gap-5">
      <header className="grid gap-1"><h1>{t("heading")}</h1><p className="text-ink-2">{t("intro")}</p></header>
      <Tabs label={t("tabs")} items={(Object.keys(queueTabs) as QueueTab[]).map((one) => ({ label: t(`tab.${one}`), href: `/registrations?tab=${one}`, current: one === tab, count: counts[one] }))} />
      <SearchBox action="/registrations" defaultValue={q} label={t("search")} placeholder={t("search")} query={{ tab }} />
      {list.total === 0 && q ? <EmptyState sentence={t("empty.search", { tab: t(`tab.${tab}`), q })}><LinkButton href={`/registrations?tab=${tab}`}>{t("empty.clear")}</LinkButton></EmptyState>
        : list.total === 0 ? <EmptyState sentence={t(`empty.${tab}`)} /> : (
        <>
          <CountSentence {...counted} />
          <DataTable caption={t("heading")} rows={list.rows} rowKey={(row) => row.contractId} columns={[
            { key: "title", label: t("column.title"), cell: (row) => <><Link href={`/registrations/${row.contractId}`}>{row.title}</Link><span className="flex flex-wrap items-center gap-x-2 text-note text-ink-3">{row.number}<DemoChip demo={row.demo} small />{row.ended ? <Chip small tone="warn" icon="ban">{t("ended.chip")}</Chip> : null}</span></> },
            { key: "parties", phone: "fact", label: t("column.parties"), cell: (row) => `${row.seller} → ${row.buyer}` },
            { key: "total", phone: "figure", label: t("column.total"), align: "figure", cell: (row) => formatAmount(row.totalFen, "wan") },
            ...(done
              ? [
                  { key: "recognised", phone: "hidden" as const, label: t("column.recognised"), align: "figure" as const, cell: (row: (typeof list.rows)[number]) => (row.recognisedTotalFen === null ? <Absent kind="none" /> : formatAmount(row.recognisedTotalFen, "wan")) },
                  { key: "number", phone: "fact" as const, label: t("column.number"), cell: (row: (typeof list.rows)[number]) => row.officialNumber ?? <Absent kind="none" /> },
                ]
              : [
                  { key: "submittedAt", phone: "fact" as const, label: t("column.submittedAt"), className: "whitespace-nowrap", cell: (row: (typeof list.rows)[number]) => (row.submittedAt ? formatDate(row.submittedAt, "table") : <Absent kind="none" />) },
                  { key: "due", phone: "chip" as const, label: t("column.due"), cell: (row: (typeof list.rows)[number]) => <Due due={row.due} /> },
                ]),
            { key: "status", phone: "chip", label: t("column.status"), cell: (row) => <RegistrationChip status={row.status} small /> },
          ]} />
          <Pager {...counted} path="/registrations" query={{ tab, q }} />
        </>
      )}
    </div>
  );
}

async function Due({ due }: { due: DueStanding | null }) {
  const t = await getTranslations("registrations.due");
  if (!due) return <Absent kind="none" />;
  return (
    <span className="flex flex-wrap items-center gap-1">
      <Chip small tone={due.state === "left" ? "wait" : due.state === "today" ? "warn" : "bad-solid"} icon={due.state === "left" ? "clock" : "alarm-clock"}>{t(due.state, { days: due.days })}</Chip>
      {due.unverified ? <UnverifiedChip /> : null}
    </span>
  );
}
