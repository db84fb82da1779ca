import type { Metadata } from "next";
import Link from "@/app/_components/ui/link";
import { getTranslations } from "next-intl/server";
import { requireOperator } from "@/app/_server/actor";
import { DataTable } from "@/app/_components/ui/data-table";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Pager } from "@/app/_components/ui/pager";
import { formatDateTime } from "@/lib/core/dates";
import { env } from "@/lib/core/env";
import { formatCount } from "@/lib/core/figures";
import { pageRequest } from "@/lib/core/page";
import { cursorLag } from "@/lib/jobs/cursors";
import { listFailedJobs } from "@/lib/jobs/failed-jobs";
import { findRefreshState } from "@/lib/matching/refresh";
import { findVectorReport } from "@/lib/matching/vector-report";
import { listMails } from "@/lib/notifications/mail-log";
import { FailedJobs } from "./failed-jobs";
import { Mails } from "./mails";
import { Meaning } from "./meaning";
import { Refresh } from "./refresh";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("operations.jobs");
  return { title: t("title") };
}

type Props = { searchParams: Promise<{ page?: string; size?: string }> };

export default async function JobsPage({ searchParams }: Props) {
  const person = await requireOperator();
  const query = await searchParams;
  const [readers, mails, jobs, report, refreshed] = await Promise.all([cursorLag(), listMails(person, pageRequest(query)), listFailedJobs(person), findVectorReport(person), findRefreshState(person)]);
  const t = await getTranslations("operations.jobs");
  return (
    <div className="grid gap-6">
      <h1>{t("title")}</h1>
      <section className="grid gap-3">
        <h2 className="text-h3">{t("readers")}</h2>
        <p className="text-dense text-ink-2">{t("readersLead")}</p>
        <DataTable caption={t("readersCaption")} rows={readers} rowKey={(row) => row.reader} empty={<EmptyState sentence={t("noReaders")} />} columns={[
          { key: "reader", label: t("reader"), cell: (row) => (t.has(`readerName.${row.reader}` as never) ? t(`readerName.${row.reader}` as never) : row.reader) },
          { key: "behind", label: t("behind"), align: "figure", cell: (row) => formatCount(row.behind) },
          { key: "moved", label: t("moved"), cell: (row) => formatDateTime(row.movedAt) },
        ]} />
      </section>
      <FailedJobs jobs={jobs} />
      <Meaning report={report} />
      <Refresh state={refreshed} />
      <section className="grid gap-3">
        <h2 className="text-h3">{t("mails")}</h2>
        {env().appEnv === "local" && !env().smtpUrl ? <p><Link href="/dev/mail">{t("localMail")}</Link></p> : null}
        <Mails mails={mails.rows} />
        <Pager total={mails.total} page={mails.page} size={mails.size} measure={t("mailsMeasure")} path="/operations/jobs" query={query} />
      </section>
    </div>
  );
}
