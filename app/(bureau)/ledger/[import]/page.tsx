import type { Metadata } from "next";
import Link from "@/app/_components/ui/link";
import { getTranslations } from "next-intl/server";
import { requireBureau } from "@/app/_server/actor";
import { found } from "@/app/_server/found";
import { Breadcrumbs, Tabs } from "@/app/_components/ui/navigation";
import { buttonClass } from "@/app/_components/ui/button-look";
import { DataTable } from "@/app/_components/ui/data-table";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { NoticeBar } from "@/app/_components/ui/notice-bar";
import { CountSentence, Pager } from "@/app/_components/ui/pager";
import { StageTrack } from "@/app/_components/ui/stage-track";
import { columns, problemValues } from "@/lib/contracts/imports/data/template";
import { countProblems, getImport, listImportRows } from "@/lib/contracts/imports/queries";
import { formatDateTime } from "@/lib/core/dates";
import { pageRequest } from "@/lib/core/page";
import { ImportActs } from "./import-acts";
import { ImportChip } from "../import-chip";

type Props = { params: Promise<{ import: string }>; searchParams: Promise<Record<string, string | undefined>> };

async function load({ params }: Props) {
  const [actor, { import: id }] = [await requireBureau(), await params];
  return { actor, file: await found(getImport(actor, id)) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { file } = await load(props);
  return { title: (await getTranslations("ledger"))("detailTitle", { file: file.fileName }) };
}

const label = (key: string) => columns.find((column) => column.key === key)?.label ?? key;

/** Check and result of one import; before the confirmation nothing counts. */
export default async function ImportPage(props: Props) {
  const [{ actor, file }, query] = await Promise.all([load(props), props.searchParams]);
  const t = await getTranslations("ledger");
  const which = query.rows === "all" || query.rows === "warned" ? query.rows : "bad";
  const [list, counts] = await Promise.all([listImportRows(actor, file.id, which, pageRequest(query)), countProblems(actor, file.id)]);
  const kinds = counts.filter((kind) => !kind.warning);
  const warned = counts.reduce((sum, kind) => sum + (kind.warning ? kind.rows : 0), 0);
  const path = `/ledger/${file.id}`;
  const counted = { total: list.total, page: list.page, size: list.size, measure: t("rowMeasure") };
  const checking = file.status === "checked";
  return (
    <div className="grid gap-5">
      <Breadcrumbs items={[{ label: t("back"), href: "/ledger" }, { label: file.fileName }]} />
      <header className="flex flex-wrap items-start justify-between gap-3">
        <div className="grid gap-1"><h1>{file.fileName}</h1><p className="text-ink-2">{t("uploadedBy", { name: file.uploader, time: formatDateTime(file.uploadedAt) })}</p></div>
        <ImportChip status={file.status} />
      </header>
      <StageTrack label={t("steps")} stages={(["template", "upload", "check", "result"] as const).map((step, index) => ({ key: step, word: t(`step.${step}`), state: index < 2 || (index === 2 && !checking) ? "done" : index === (checking ? 2 : 3) ? "now" : "later" }))} />
      {warned > 0 && checking ? <NoticeBar tone="warn">{t("warned", { rows: warned })} <Link href={`${path}?rows=warned`} className="link">{t("onlyWarned")}</Link></NoticeBar> : null}
      <ImportActs actor={actor} file={file} />
      {kinds.length > 0 ? (
        <section className="panel grid gap-2">
          <h2 className="text-h3">{t("problems")}</h2>
          <ul className="list-disc pl-5 text-dense">{kinds.map((kind) => <li key={kind.column + kind.code}>{t("problemLine", { column: label(kind.column), problem: problem(kind.code, kind.values ?? {}), rows: kind.rows, first: kind.first })}</li>)}</ul>
          <p><a href={`${path}/problems`} className={buttonClass("plain")}>{t("downloadBad")}</a></p>
        </section>
      ) : null}
      <Tabs label={t("rowCaption")} items={[
        { label: t("onlyBad"), href: path, current: which === "bad", count: file.badRows },
        ...(warned > 0 ? [{ label: t("onlyWarned"), href: `${path}?rows=warned`, current: which === "warned", count: warned }] : []),
        { label: t("showAll"), href: `${path}?rows=all`, current: which === "all", count: file.totalRows },
      ]} />
      {list.total === 0 ? <EmptyState sentence={t("noBad")} /> : (
        <>
          <CountSentence {...counted} />
          <DataTable caption={t("rowCaption")} rows={list.rows} rowKey={(row) => String(row.row)} columns={[
            { key: "row", label: t("rowColumn.row"), cell: (row) => row.row },
            { key: "name", label: t("rowColumn.name"), cell: (row) => row.raw.title ?? "" },
            { key: "number", label: t("rowColumn.number"), cell: (row) => row.raw.officialNumber ?? "" },
            { key: "problem", label: t("rowColumn.problem"), cell: (row) => <span className="grid gap-1">{!row.imports && row.problems.length === 0 ? <span className="text-ink-2">{t("example")}</span> : null}{row.problems.map((one) => <span key={one.column + one.code} className={row.imports ? "text-warn" : "text-bad"}>{label(one.column)}{"\u3000"}{problem(one.code, one.values ?? {})}</span>)}</span> },
          ]} />
          <Pager {...counted} path={path} query={{ rows: which === "bad" ? undefined : which }} />
        </>
      )}
    </div>
  );

  function problem(code: string, values: Record<string, string | number>): string {
    return t.has(`problem.${code}` as never) ? t(`problem.${code}` as never, { ...Object.fromEntries(problemValues.map((name) => [name, "…"])), ...values } as never) : code;
  }
}
