import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requirePerson } from "@/app/_server/actor";
import { DealTable } from "@/app/_components/deal/deal-table";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { CountSentence, Pager } from "@/app/_components/ui/pager";
import { pageRequest } from "@/lib/core/page";
import { listDeals } from "@/lib/deals/queries";

type Props = { searchParams: Promise<Record<string, string | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deals"))("mine") };
}

/** The deals into which a broker was asked. */
export default async function MyDealsPage({ searchParams }: Props) {
  const [actor, query] = await Promise.all([requirePerson(), searchParams]);
  const t = await getTranslations("deals");
  const list = await listDeals(actor, {}, pageRequest(query));
  const counted = { total: list.total, page: list.page, size: list.size, measure: t("measure") };
  return (
    <div className="grid gap-5">
      <h1>{t("mine")}</h1>
      {list.total === 0 ? <EmptyState sentence={t("emptyBroker")} /> : (
        <>
          <CountSentence {...counted} />
          <DealTable rows={list.rows} base="/me/deals" />
          <Pager {...counted} path="/me/deals" query={{}} />
        </>
      )}
    </div>
  );
}
