import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireActing } from "@/app/_server/actor";
import { DealTable } from "@/app/_components/deal/deal-table";
import { LinkButton } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Tabs } from "@/app/_components/ui/navigation";
import { CountSentence, Pager } from "@/app/_components/ui/pager";
import { pageRequest } from "@/lib/core/page";
import { listDeals } from "@/lib/deals/queries";
import { dealStatuses } from "@/lib/deals/states";

type Props = { params: Promise<{ org: string }>; searchParams: Promise<Record<string, string | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deals"))("title") };
}

export default async function DealsPage({ params, searchParams }: Props) {
  const [{ org }, query] = await Promise.all([params, searchParams]);
  const actor = await requireActing(org);
  const t = await getTranslations("deals");
  const status = dealStatuses.find((one) => one === query.status) ?? null;
  const path = `/o/${org}/deals`;
  const list = await listDeals(actor, { organisationId: actor.acting.organisationId, status }, pageRequest(query));
  const counted = { total: list.total, page: list.page, size: list.size, measure: t("measure") };
  return (
    <div className="grid gap-5">
      <h1>{t("heading")}</h1>
      <Tabs label={t("filter")} items={[null, ...dealStatuses].map((one) => ({ label: one ? t(`status.${one}`) : t("all"), href: one ? `${path}?status=${one}` : path, current: one === status }))} />
      {list.total === 0 ? (
        <EmptyState sentence={t("empty")}><LinkButton href={`/o/${org}/matches`}>{t("seeMatches")}</LinkButton></EmptyState>
      ) : (
        <>
          <CountSentence {...counted} />
          <DealTable rows={list.rows} base={path} />
          <Pager {...counted} path={path} query={{ status: status ?? undefined }} />
        </>
      )}
    </div>
  );
}
