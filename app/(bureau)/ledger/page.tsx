import type { Metadata } from "next";
import Link from "@/app/_components/ui/link";
import { getTranslations } from "next-intl/server";
import { requireBureau } from "@/app/_server/actor";
import { ImportChip } from "./import-chip";
import { ActForm, FormField, SubmitButton } from "@/app/_components/ui/act-form";
import { buttonClass } from "@/app/_components/ui/button-look";
import { DataTable } from "@/app/_components/ui/data-table";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { NoticeBar } from "@/app/_components/ui/notice-bar";
import { CountSentence, Pager } from "@/app/_components/ui/pager";
import { canUploadLedger } from "@/lib/contracts/imports/policy";
import { listImports } from "@/lib/contracts/imports/queries";
import { formatDateTime } from "@/lib/core/dates";
import { formatCount } from "@/lib/core/figures";
import { formatAmount } from "@/lib/core/money";
import { pageRequest } from "@/lib/core/page";
import { upload } from "./actions";

type Props = { searchParams: Promise<Record<string, string | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ledger"))("title") };
}

/** Step 1 and 2 of an import, and all imports there have been. */
export default async function LedgerPage({ searchParams }: Props) {
  const [actor, query] = await Promise.all([requireBureau(), searchParams]);
  const t = await getTranslations("ledger");
  const list = await listImports(actor, pageRequest(query));
  const counted = { total: list.total, page: list.page, size: list.size, measure: t("measure") };
  return (
    <div className="grid gap-5">
      <header className="grid gap-1"><h1>{t("heading")}</h1><p className="text-ink-2">{t("intro")}</p></header>
      {canUploadLedger(actor) ? (
        <section className="panel grid gap-4">
          <p><a href="/ledger/template" className={buttonClass("plain")}>{t("template")}</a></p>
          <ActForm action={upload}>
            <FormField name="file" type="file" label={t("file")} hint={t("fileHint")} accept=".xlsx" />
            <div><SubmitButton>{t("upload")}</SubmitButton></div>
          </ActForm>
        </section>
      ) : <NoticeBar tone="info">{t("noRight")}</NoticeBar>}
      {list.total === 0 ? <EmptyState sentence={t("empty")} /> : (
        <>
          <CountSentence {...counted} />
          <DataTable caption={t("heading")} rows={list.rows} rowKey={(row) => row.id} columns={[
            { key: "file", label: t("column.file"), cell: (row) => <Link href={`/ledger/${row.id}`}>{row.fileName}</Link> },
            { key: "status", label: t("column.status"), cell: (row) => <ImportChip status={row.status} small /> },
            { key: "good", label: t("column.good"), align: "figure", cell: (row) => formatCount(row.goodRows) },
            { key: "bad", label: t("column.bad"), align: "figure", cell: (row) => formatCount(row.badRows) },
            { key: "total", label: t("column.total"), align: "figure", cell: (row) => formatAmount(row.totalFen, "yi", 2) },
            { key: "by", label: t("column.by"), cell: (row) => row.uploader },
            { key: "at", label: t("column.at"), cell: (row) => formatDateTime(row.uploadedAt) },
          ]} />
          <Pager {...counted} path="/ledger" query={{}} />
        </>
      )}
    </div>
  );
}
