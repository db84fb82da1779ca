import type { Metadata } from "next";
import Link from "@/app/_components/ui/link";
import { getTranslations } from "next-intl/server";
import { requireBureau } from "@/app/_server/actor";
import { partName } from "@/app/_components/figures/part-names";
import { DemoChip } from "@/app/_components/listing/demo-chip";
import { LinkButton } from "@/app/_components/ui/button";
import { buttonClass } from "@/app/_components/ui/button-look";
import { DataTable } from "@/app/_components/ui/data-table";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { FilterTags } from "@/app/_components/ui/filters";
import { listHref } from "@/app/_components/ui/list-href";
import { Breadcrumbs, SearchBox } from "@/app/_components/ui/navigation";
import { CountSentence, Pager } from "@/app/_components/ui/pager";
import { clock } from "@/lib/core/clock";
import { formatDateTime, todayInHarbin } from "@/lib/core/dates";
import { formatCount } from "@/lib/core/figures";
import { formatAmount, formatMoney } from "@/lib/core/money";
import { pageRequest } from "@/lib/core/page";
import { notBegun } from "@/lib/indicators/queries";
import { contractsBehind } from "@/lib/indicators/contracts-behind";
import { filterQuery, readFilter, withoutRestrictions, type Condition } from "@/lib/indicators/filter";
import { listViewQuery, orders, readListView, sortedNow, turned, usualOrder, type Order } from "@/lib/indicators/list-view";
import { PastView } from "../past-view";

type Props = { searchParams: Promise<Record<string, string | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("indicators"))("contractsTitle") };
}

/** Under every bar: the contracts that make it, each with the person and the event that recorded it. */
export default async function ContractsBehindPage({ searchParams }: Props) {
  const [actor, query] = await Promise.all([requireBureau(), searchParams]);
  const t = await getTranslations("indicators");
  const filter = readFilter(query, Number(todayInHarbin(clock.now()).slice(0, 4)));
  const view = readListView(query);
  const list = await contractsBehind(actor, filter, pageRequest(query), view);
  const path = "/cockpit/contracts";
  // The day of a past view is no condition: it stays when those are cleared.
  const bare = { year: filter.year, asOf: filter.asOf, parts: {} };
  const chosen = Object.entries(filter.parts) as [Condition, string][];
  const name = ([dimension, key]: [Condition, string]) => partName(t as never, dimension, key);
  const { totalFen, technicalFen, contracts } = list.sum;
  const sum = [
    t(view.q ? "sumFound" : "sum", { amount: formatMoney(totalFen), technical: formatMoney(technicalFen) }),
    // Where a change or a cancellation stands in the list, it counts no contract or one less: only then are there two numbers to say.
    ...(contracts === list.total ? [] : [t("sumContracts", { contracts: formatCount(contracts) })]),
    ...(contracts > 0 ? [t("sumAverage", { average: formatMoney(Math.round(totalFen / contracts)) })] : []),
  ].join("\uff0c");
  const counted = { total: list.total, page: list.page, size: list.size, measure: t("measure") };
  const of = (parts: Partial<Record<Condition, null>> = {}) => Object.fromEntries(new URLSearchParams(filterQuery(filter, parts, listViewQuery(view))));
  const kept = { ...of(), size: query.size };
  const ordered = (order: Order) => listHref(path, kept, { sort: order === usualOrder ? undefined : order });
  const sort = (column: "amount" | "date" | "title") => ({ sortHref: ordered(turned(view.order, column)), sorted: sortedNow(view.order, column) });
  const tags = [
    ...chosen.map((part) => ({ label: t("removeFilter", { dimension: t(`dimension.${part[0]}`), name: name(part) }), href: listHref(path, of({ [part[0]]: null })) })),
    ...(view.q ? [{ label: t("searched", { q: view.q }), href: listHref(path, of(), { q: undefined }) }] : []),
  ];
  return (
    <div className="grid gap-5">
      <Breadcrumbs items={[
        { label: t("breadcrumb"), href: `/cockpit?${filterQuery(bare)}` },
        ...chosen.map((part, index) => ({ label: name(part), href: `/cockpit?${filterQuery(withoutRestrictions({ ...filter, parts: Object.fromEntries(chosen.slice(0, index + 1)) }))}` })),
        { label: t("contractsCaption") },
      ]} />
      <h1>{t("contractsHeading", { year: filter.year })}</h1>
      <PastView filter={filter} asked={query.asOf} hrefOf={(other) => `${path}?${filterQuery(other, {}, listViewQuery(view))}`} />
      <SearchBox action={path} defaultValue={view.q ?? undefined} label={t("search")} placeholder={t("search")} query={kept} />
      <FilterTags clearHref={`${path}?${filterQuery(bare)}`} items={tags} />
      {notBegun(filter) ? null : list.total === 0 ? <EmptyState sentence={view.q ? t("emptySearch", { q: view.q }) : t("emptyList")}>{view.q ? <LinkButton href={listHref(path, of(), { q: undefined })}>{t("clearSearch")}</LinkButton> : null}<LinkButton href={`${path}?${filterQuery(bare)}`}>{t("clear")}</LinkButton></EmptyState> : (
        <>
          <div className="flex flex-wrap items-baseline justify-between gap-3">
            <CountSentence {...counted} extra={sum} />
            <a href={`${path}/excel?${filterQuery(filter, {}, listViewQuery(view))}`} className={buttonClass("plain")}>{t("download")}</a>
          </div>
          {/* A phone shows no heads of columns. */}
          <nav aria-label={t("order.label")} className="screen-only flex flex-wrap items-center gap-x-3 text-dense md:hidden [&>*]:inline-flex [&>*]:min-h-(--target) [&>*]:items-center">
            <span className="text-ink-2">{t("order.label")}</span>
            {orders.map((order) => (order === view.order ? <strong key={order} aria-current="true">{t(`order.${order}`)}</strong> : <Link key={order} href={ordered(order)} scroll={false}>{t(`order.${order}`)}</Link>))}
          </nav>
          <DataTable caption={t("contractsCaption")} rows={list.rows} rowKey={(row) => row.contractId} columns={[
            { key: "title", ...sort("title"), label: t("list.title"), className: "min-w-[12em]", cell: (row) => <><Link href={`/registrations/${row.contractId}`}>{row.title}</Link><span className="flex flex-wrap items-center gap-x-2 text-note text-ink-3">{row.number}{"\u3000"}{t(row.origin === "ledger" ? "list.import" : "list.deal")}<DemoChip demo={row.demo} small /></span></> },
            { key: "seller", phone: "fact", label: t("list.seller"), className: "min-w-[8em]", cell: (row) => row.sellerName },
            { key: "buyer", phone: "fact", label: t("list.buyer"), className: "min-w-[8em]", cell: (row) => row.buyerName },
            { key: "total", phone: "figure", ...sort("amount"), label: t("list.total"), align: "figure", cell: (row) => formatAmount(row.totalFen, "wan") },
            { key: "technical", phone: "hidden", label: t("list.technical"), align: "figure", cell: (row) => formatAmount(row.technicalFen, "wan") },
            { key: "countsOn", phone: "hidden", ...sort("date"), label: t("list.countsOn"), className: "whitespace-nowrap", cell: (row) => row.countsOn },
            { key: "number", phone: "hidden", label: t("list.number"), className: "whitespace-nowrap", cell: (row) => row.officialNumber ?? "" },
            { key: "recorded", phone: "hidden", label: t("list.recorded"), className: "min-w-[8em]", cell: (row) => <Link href={`/registrations/${row.contractId}#${row.eventId}`}>{row.recordedBy ?? ""}{formatDateTime(row.recordedAt).split(" ").map((part) => <span key={part}> <span className="whitespace-nowrap">{part}</span></span>)}</Link> },
          ]} />
          <Pager {...counted} path={path} query={kept} />
        </>
      )}
    </div>
  );
}
