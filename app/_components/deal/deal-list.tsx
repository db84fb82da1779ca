import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LinkButton } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { listHref } from "@/app/_components/ui/list-href";
import { SearchBox, Tabs } from "@/app/_components/ui/navigation";
import { CountSentence, Pager } from "@/app/_components/ui/pager";
import type { Person } from "@/lib/core/actor";
import { pageRequest } from "@/lib/core/page";
import { typedIn } from "@/lib/core/typed-text";
import { listDeals } from "@/lib/deals/queries";
import { dealStages, dealStatuses } from "@/lib/deals/states";
import { DealTable } from "./deal-table";

type Props = {
  actor: Person;
  /** Without it the deals of a broker. */
  organisationId?: string;
  path: string;
  query: Record<string, string | undefined>;
  /** What stands there as long as there is nothing at all. */
  empty: ReactNode;
};

/** A list of deals; what is searched and chosen stands in the address. */
export async function DealList({ actor, organisationId, path, query, empty }: Props) {
  const t = await getTranslations("deals");
  const status = dealStatuses.find((one) => one === query.status);
  // The stage says something only while a deal is open.
  const stage = status === "open" ? dealStages.find((one) => one === query.stage) : undefined;
  const q = typedIn(query.q);
  const asked = { status, stage, q };
  const list = await listDeals(actor, { ...(organisationId ? { organisationId } : {}), status: status ?? null, stage: stage ?? null, q: q ?? null }, pageRequest(query));
  const counted = { total: list.total, page: list.page, size: list.size, measure: t("measure") };
  return (
    <>
      <SearchBox action={path} defaultValue={q} label={t("search")} placeholder={t("search")} query={{ status, stage }} />
      <Tabs label={t("filter")} items={[undefined, ...dealStatuses].map((one) => ({ label: one ? t(`status.${one}`) : t("all"), href: listHref(path, { q }, { status: one }), current: one === status }))} />
      {status === "open" ? <Tabs label={t("filterStage")} items={[undefined, ...dealStages].map((one) => ({ label: one ? t(`stage.${one}`) : t("allStages"), href: listHref(path, { q, status }, { stage: one }), current: one === stage }))} /> : null}
      {list.total > 0 ? (
        <>
          <CountSentence {...counted} />
          <DealTable rows={list.rows} base={path} />
          <Pager {...counted} path={path} query={asked} />
        </>
      ) : q || status ? <EmptyState sentence={t("emptyFiltered")}><LinkButton href={path}>{t("clear")}</LinkButton></EmptyState> : empty}
    </>
  );
}
