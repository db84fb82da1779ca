import { getTranslations } from "next-intl/server";
import Link from "@/app/_components/ui/link";
import type { ReactNode } from "react";
import { DemoChip } from "@/app/_components/listing/demo-chip";
import { Chip } from "@/app/_components/ui/chip";
import { DataTable, type Column } from "@/app/_components/ui/data-table";
import { formatDateTime } from "@/lib/core/dates";
import type { QueueRow, QueueTab } from "@/lib/reviews/queries";
import { WaitingChip } from "./waiting-chip";

/** The queue as a table; rows of one's own organisation cannot be chosen. */
export async function QueueTable({ rows, tab, selectable }: { rows: QueueRow[]; tab: QueueTab; selectable: boolean }) {
  const t = await getTranslations("reviews.queue");
  const decided = tab === "done" || tab === "returned";
  // One element for all rows that look alike: React sends it once and refers to it.
  const demo = <DemoChip demo small />;
  const chips = new Map<string, ReactNode>();
  const waitingOf = ({ waiting }: QueueRow) => {
    const key = `${waiting.state} ${waiting.days}`;
    if (!chips.has(key)) chips.set(key, <WaitingChip waiting={waiting} />);
    return chips.get(key);
  };
  const columns: Column<QueueRow>[] = [
    {
      key: "title", label: t("columns.title"), cell: (row) => (
        <span className="grid gap-0.5">
          <span className="inline-flex flex-wrap items-baseline gap-x-2 gap-y-0.5"><Link href={`/review/${row.id}`}>{row.title}</Link>{row.demo ? demo : null}</span>
          <span className="flex flex-wrap gap-2 text-note font-normal text-ink-3">
            {row.round > 1 ? <span>{t("again", { round: row.round })}</span> : null}
            {row.attention ? <span className="font-semibold text-warn">{t("attention")}</span> : null}
            {row.standAside ? <span>{t("standAside")}</span> : null}
          </span>
        </span>
      ),
    },
    { key: "kind", phone: "fact", label: t("columns.kind"), cell: (row) => <span className="whitespace-nowrap">{t(`kind.${row.subjectKind}`)}</span> },
    { key: "organisation", phone: "fact", label: t("columns.organisation"), cell: (row) => row.organisationName },
    decided
      ? { key: "decided", phone: "chip", label: t("columns.decided"), cell: (row) => <span className="inline-flex flex-wrap items-center gap-2"><Chip tone={row.status === "approved" ? "ok" : row.status === "refused" ? "bad" : "warn"} small>{t(`status.${row.status}`)}</Chip>{row.decidedAt ? formatDateTime(row.decidedAt) : ""}</span> }
      : { key: "waiting", phone: "chip", label: t("columns.waiting"), cell: waitingOf },
    { key: "holder", phone: "fact", label: t("columns.holder"), cell: (row) => row.holder ?? <span className="text-ink-3">{t("unclaimed")}</span> },
  ];
  return (
    <DataTable caption={t("caption")} columns={columns} rows={rows} rowKey={(row) => row.id}
      select={selectable ? { name: "reviewIds[]", value: (row) => (row.claimable ? row.id : null), label: (row) => row.title } : undefined} />
  );
}
