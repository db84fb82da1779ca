import type { Metadata } from "next";
import Link from "@/app/_components/ui/link";
import { getTranslations } from "next-intl/server";
import { requirePerson } from "@/app/_server/actor";
import { ContractChip, RegistrationChip } from "@/app/_components/deal/status-chips";
import { LinkButton } from "@/app/_components/ui/button";
import { Chip } from "@/app/_components/ui/chip";
import { DataTable } from "@/app/_components/ui/data-table";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { listHref } from "@/app/_components/ui/list-href";
import { SearchBox, Tabs } from "@/app/_components/ui/navigation";
import { CountSentence, Pager } from "@/app/_components/ui/pager";
import { listOwnContracts, type OwnContract } from "@/lib/contracts/queries";
import { registrationGroups, type RegistrationGroup } from "@/lib/contracts/registrations/states";
import { partySides } from "@/lib/contracts/states";
import { formatAmount } from "@/lib/core/money";
import { pageRequest } from "@/lib/core/page";
import { typedIn } from "@/lib/core/typed-text";

type Props = { searchParams: Promise<Record<string, string | undefined>> };

const groups = Object.keys(registrationGroups) as RegistrationGroup[];
const path = "/me/contracts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("contracts"))("mine") };
}

/** Every contract that concerns this person, whichever organisation it is through, with what comes next. */
export default async function MyContractsPage({ searchParams }: Props) {
  const [actor, query] = await Promise.all([requirePerson(), searchParams]);
  const t = await getTranslations("contracts");
  const [side, status, q] = [partySides.find((one) => one === query.side), groups.find((one) => one === query.status), typedIn(query.q)];
  const list = await listOwnContracts(actor, { side: side ?? null, statuses: status ? registrationGroups[status] : null, q: q ?? null }, pageRequest(query));
  const counted = { total: list.total, page: list.page, size: list.size, measure: t("measure") };
  const asked = { q, side, status };
  return (
    <div className="grid gap-5">
      <header className="grid gap-1"><h1>{t("mine")}</h1><p className="text-ink-2">{t("mineIntro")}</p></header>
      <SearchBox action={path} defaultValue={q} label={t("search")} placeholder={t("search")} query={{ side, status }} />
      <Tabs label={t("filterSide")} items={[undefined, ...partySides].map((one) => ({ label: one ? t(`as.${one}`) : t("all"), href: listHref(path, asked, { side: one }), current: one === side }))} />
      <Tabs label={t("filter")} items={[undefined, ...groups].map((one) => ({ label: one ? t(`tab.${one}`) : t("all"), href: listHref(path, asked, { status: one }), current: one === status }))} />
      {list.total === 0 ? (
        <EmptyState sentence={q || side || status ? t("empty") : t("emptyMine")}>{q || side || status ? <LinkButton href={path}>{t("clear")}</LinkButton> : null}</EmptyState>
      ) : (
        <>
          <CountSentence {...counted} />
          <DataTable caption={t("mine")} rows={list.rows} rowKey={(row) => row.id} columns={[
            { key: "title", label: t("column.title"), cell: (row) => <><Link href={row.org ? `/o/${row.org}/contracts/${row.id}` : `${path}/${row.id}`}>{row.title}</Link><span className="block text-note text-ink-3">{row.number}</span></> },
            { key: "as", label: t("column.as"), cell: (row) => t(`as.${row.side}`) },
            { key: "parties", label: t("column.parties"), cell: (row) => `${row.seller} → ${row.buyer}` },
            { key: "total", label: t("column.total"), align: "figure", cell: (row) => formatAmount(row.totalFen, "wan") },
            { key: "signedOn", label: t("column.signedOn"), cell: (row) => row.signedOn },
            { key: "state", label: t("column.state"), cell: (row) => <span className="flex flex-wrap gap-1"><ContractChip status={row.status} small />{row.registration && row.status !== "undone" ? <RegistrationChip status={row.registration.status} small /> : null}</span> },
            { key: "next", label: t("column.next"), cell: (row) => <Next row={row} /> },
          ]} />
          <Pager {...counted} path={path} query={asked} />
        </>
      )}
    </div>
  );
}

/** What comes next, marked where it is the reader's own to do. */
async function Next({ row }: { row: OwnContract }) {
  const t = await getTranslations("contracts.next");
  return row.mine ? <Chip tone="warn" icon="user-check" small>{t(row.next)}</Chip> : <span className="text-ink-2">{t(row.next)}</span>;
}
