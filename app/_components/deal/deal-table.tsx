import Link from "@/app/_components/ui/link";
import { useTranslations } from "next-intl";
import { DemoChip } from "@/app/_components/listing/demo-chip";
import { Absent } from "@/app/_components/ui/facts";
import { DataTable } from "@/app/_components/ui/data-table";
import { formatDate } from "@/lib/core/dates";
import { formatAmount } from "@/lib/core/money";
import type { DealLine } from "@/lib/deals/queries";
import { DealChip, InvitedChip, StaleChip, TurnChip } from "./status-chips";

/** Deals of an organisation or of a broker; `base` is where their rooms are. */
export function DealTable({ rows, base }: { rows: readonly DealLine[]; base: string }) {
  const t = useTranslations("deals");
  return (
    <DataTable
      caption={t("heading")} rows={rows} rowKey={(row) => row.id}
      columns={[
        { key: "title", label: t("column.title"), cell: (row) => <><Link href={`${base}/${row.id}`}>{row.title}</Link><span className="flex flex-wrap items-center gap-x-2 text-note text-ink-3">{row.number}<DemoChip demo={row.demo} small /></span></> },
        { key: "parties", phone: "fact", label: t("column.parties"), cell: (row) => t("parties", { seller: row.seller, buyer: row.buyer }) },
        { key: "stage", phone: "chip", label: t("column.stage"), cell: (row) => <DealChip stage={row.stage} status={row.status} small /> },
        { key: "turn", phone: "chip", label: t("column.turn"), cell: (row) => (row.invited ? <InvitedChip /> : row.turn.who === "nobody" ? <Absent kind="none" /> : <span className="inline-flex flex-wrap gap-1.5"><TurnChip turn={row.turn} side={row.side} small />{row.staleDays === null ? null : <StaleChip days={row.staleDays} />}</span>) },
        { key: "amount", phone: "figure", label: t("column.amount"), align: "figure", cell: (row) => (row.totalFen === null ? <Absent kind="none" /> : formatAmount(row.totalFen, "wan")) },
        { key: "since", phone: "fact", label: t("column.since"), cell: (row) => <span className="whitespace-nowrap">{formatDate(row.stageSince, "table")}</span> },
      ]}
    />
  );
}
