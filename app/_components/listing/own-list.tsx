import { getTranslations } from "next-intl/server";
import Link from "@/app/_components/ui/link";
import type { ReactNode } from "react";
import { LinkButton } from "@/app/_components/ui/button";
import { DataTable } from "@/app/_components/ui/data-table";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { listHref } from "@/app/_components/ui/list-href";
import { SearchBox, Tabs } from "@/app/_components/ui/navigation";
import { Pager } from "@/app/_components/ui/pager";
import { may, type Membership, type Person } from "@/lib/core/actor";
import { formatDate, formatDateTime } from "@/lib/core/dates";
import { pageRequest } from "@/lib/core/page";
import { typedIn } from "@/lib/core/typed-text";
import { listOwn, ownTabs, type OwnRow, type OwnTab } from "@/lib/listings/queries";
import type { ListingKind } from "@/lib/listings/states";
import { DemoChip } from "./demo-chip";
import { ListingStatusChips, statusLooks } from "./listing-status";
import { deskPath, listPath } from "./paths";

type Query = Record<string, string | undefined>;
type Props = { kind: ListingKind; actor: Person & { acting: Membership }; query: Query };

/** The records of the organisation one acts for, with the state of each. */
export async function OwnList({ kind, actor, query }: Props) {
  const t = await getTranslations("listings");
  const org = actor.acting.slug;
  const path = listPath(org, kind);
  const tab: OwnTab = ownTabs.find((name) => name === query.tab) ?? "all";
  const list = await listOwn(actor, actor.acting.organisationId, kind, { tab, q: typedIn(query.q) }, pageRequest(query));
  const writer = may(actor, "write", actor.acting.organisationId);
  const filtered = tab !== "all" || Boolean(query.q);
  const create = writer ? <LinkButton variant="primary" href={`${path}/new`}>{t(`list.new.${kind}`)}</LinkButton> : <p className="text-dense text-ink-3">{t("list.readOnly")}</p>;
  // One element for all rows that look alike: React sends it once and refers to it.
  const demo = <DemoChip demo small />;
  const chips = new Map<string, ReactNode>();
  const chipsOf = ({ status, revision, deadline, progress }: OwnRow) => {
    const facts = { kind, status, revision, deadline, progress }, key = statusLooks(facts).map((look) => look.key).join();
    if (!chips.has(key)) chips.set(key, <ListingStatusChips {...facts} small />);
    return chips.get(key);
  };
  return (
    <div className="grid gap-5">
      <header className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-h1">{t(`list.title.${kind}`)}</h1>
        {list.counts.all > 0 ? create : null}
      </header>
      <Tabs label={t("list.tabsLabel")} items={ownTabs.map((name) => ({ label: t(`list.tabs.${name}`), current: name === tab, count: list.counts[name], href: listHref(path, query, { tab: name === "all" ? undefined : name, page: undefined }) }))} />
      <div className="max-w-[30rem]"><SearchBox action={path} defaultValue={query.q} label={t("list.search")} placeholder={t("list.search")} query={{ tab: query.tab }} /></div>
      {list.rows.length === 0 ? (
        <EmptyState sentence={filtered ? t("list.emptyFiltered") : t(`list.empty.${kind}`)}>
          {filtered ? <LinkButton href={path}>{t("list.clear")}</LinkButton> : create}
        </EmptyState>
      ) : (
        <DataTable<OwnRow>
          caption={t(`list.title.${kind}`)}
          rows={list.rows}
          rowKey={(row) => row.id}
          columns={[
            { key: "title", label: t("list.columns.title"), cell: (row) => <span className="inline-flex flex-wrap items-baseline gap-x-2 gap-y-0.5"><Link href={deskPath(org, kind, row.id)}>{row.title || t("list.untitled")}</Link>{row.demo ? demo : null}</span> },
            { key: "state", phone: "chip", label: t("list.columns.state"), cell: chipsOf },
            { key: "number", phone: "fact", label: t("list.columns.number"), cell: (row) => <span className="whitespace-nowrap">{row.number}</span> },
            ...(kind === "need" ? [{ key: "deadline", phone: "fact" as const, label: t("list.columns.deadline"), cell: (row: OwnRow) => (row.deadline ? formatDate(row.deadline, "table") : t("none")) }] : []),
            { key: "updated", phone: "fact", label: t("list.columns.updated"), cell: (row) => <span className="whitespace-nowrap">{formatDateTime(row.updatedAt)}</span> },
            { key: "by", phone: "hidden", label: t("list.columns.by"), cell: (row) => row.savedBy ?? "" },
          ]}
        />
      )}
      {list.total > 0 ? <Pager total={list.total} page={list.page} size={list.size} measure={t(`measure.${kind}`)} path={path} query={query} /> : null}
    </div>
  );
}
