import { useTranslations } from "next-intl";
import { DataTable } from "@/app/_components/ui/data-table";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { formatDateTime } from "@/lib/core/dates";
import type { FailedJob } from "@/lib/jobs/failed-jobs";

/** Jobs whose last attempt failed, with what they said; those without another attempt need somebody. */
export function FailedJobs({ jobs }: { jobs: FailedJob[] }) {
  const t = useTranslations("operations.jobs");
  return (
    <section className="grid gap-3">
      <h2 className="text-h3">{t("failedJobs")}</h2>
      <DataTable caption={t("failedJobsCaption")} rows={jobs} rowKey={(row) => row.id} empty={<EmptyState sentence={t("noFailedJobs")} />} columns={[
        { key: "task", label: t("task"), cell: (row) => <>{t.has(`taskName.${row.task}` as never) ? t(`taskName.${row.task}` as never) : row.task}<span className="block text-note text-ink-3">{row.task}</span></> },
        { key: "attempts", label: t("attempts"), align: "figure", cell: (row) => t("attemptsOf", { attempts: row.attempts, max: row.maxAttempts }) },
        { key: "failedAt", label: t("failedAt"), cell: (row) => formatDateTime(row.failedAt) },
        { key: "again", label: t("again"), cell: (row) => (row.againAt ? formatDateTime(row.againAt) : t("givenUp")) },
        { key: "lastError", label: t("lastError"), cell: (row) => <code className="font-code break-all">{row.lastError}</code> },
      ]} />
    </section>
  );
}
