import type { Metadata } from "next";
import Link from "@/app/_components/ui/link";
import { getTranslations } from "next-intl/server";
import { requireActing } from "@/app/_server/actor";
import { RegistrationChip } from "@/app/_components/deal/status-chips";
import { DemoChip } from "@/app/_components/listing/demo-chip";
import { LinkButton } from "@/app/_components/ui/button";
import { DataTable } from "@/app/_components/ui/data-table";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Absent } from "@/app/_components/ui/facts";
import { listHref } from "@/app/_components/ui/list-href";
import { SearchBox, Tabs } from "@/app/_components/ui/navigation";
import { CountSentence, Pager } from "@/app/_components/ui/pager";
import { codeName } from "@/lib/codes/lists";
import { listContracts } from "@/lib/contracts/queries";
import { registrationGroups, type RegistrationGroup } from "@/lib/contracts/registrations/states";
import { formatAmount } from "@/lib/core/money";
import { pageRequest } from "@/lib/core/page";
import { typedIn } from "@/lib/core/typed-text";

type Props = { params: Promise<{ org: string }>; searchParams: Promise<Record<string, string | undefined>> };

const shown = Object.keys(registrationGroups) as RegistrationGroup[];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("contracts"))("title") };
}

/** Contracts in which this organisation is a party, from deals and from the imported ledger. */
export default async function ContractsPage({ params, searchParams }: Props) {
  const [{ org }, query] = await Promise.all([params, searchParams]);
  const actor = await requireActing(org);
  const t = await getTranslations("contracts");
  const status = shown.find((one) => one === query.status) ?? null;
  const q = typedIn(query.q);
  const path = `/o/${org}/contracts`;
  const list = await listContracts(actor, actor.acting.organisationId, { statuses: status ? registrationGroups[status] : null, q: q ?? null }, pageRequest(query));
  const counted = { total: list.total, page: list.page, size: list.size, measure: t("measure") };
  return (
    <div className="grid gap-5">
      <h1>{t("heading")}</h1>
      <SearchBox action={path} defaultValue={q} label={t("search")} placeholder={t("search")} query={{ status: status ?? undefined }} />
      <Tabs label={t("filter")} items={[null, ...shown].map((one) => ({ label: one ? t(`tab.${one}`) : t("all"), href: listHref(path, { q }, { status: one ?? undefined }), current: one === status }))} />
      {list.total === 0 ? (
        <EmptyState sentence={q || status ? t("empty") : t("emptyHint")}>{q || status ? <LinkButton href={path}>{t("clear")}</LinkButton> : null}</EmptyState>
      ) : (
        <>
          <CountSentence {...counted} />
          <DataTable caption={t("heading")} rows={list.rows} rowKey={(row) => row.id} columns={[
            { key: "title", label: t("column.title"), cell: (row) => <><Link href={`${path}/${row.id}`}>{row.title}</Link><span className="flex flex-wrap items-center gap-x-2 text-note text-ink-3">{row.number}<DemoChip demo={row.demo} small /></span></> },
            { key: "parties", phone: "fact", label: t("column.parties"), cell: (row) => `${row.seller} → ${row.buyer}` },
            { key: "type", phone: "hidden", label: t("column.type"), className: "whitespace-nowrap", cell: (row) => codeName("contract_type", row.type) },
            { key: "total", phone: "figure", label: t("column.total"), align: "figure", cell: (row) => formatAmount(row.totalFen, "wan") },
            { key: "technical", phone: "hidden", label: t("column.technical"), align: "figure", cell: (row) => formatAmount(row.technicalFen, "wan") },
            { key: "signedOn", phone: "fact", label: t("column.signedOn"), className: "whitespace-nowrap", cell: (row) => row.signedOn },
            { key: "registration", phone: "chip", label: t("column.registration"), cell: (row) => (row.registration ? <RegistrationChip status={row.registration.status} small /> : <Absent kind="none" />) },
          ]} />
          <Pager {...counted} path={path} query={{ status: status ?? undefined, q }} />
        </>
      )}
    </div>
  );
}
