import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requirePerson } from "@/app/_server/actor";
import { DealList } from "@/app/_components/deal/deal-list";
import { EmptyState } from "@/app/_components/ui/empty-state";

type Props = { searchParams: Promise<Record<string, string | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deals"))("mine") };
}

/** The deals into which a broker was asked. */
export default async function MyDealsPage({ searchParams }: Props) {
  const [actor, query] = await Promise.all([requirePerson(), searchParams]);
  const t = await getTranslations("deals");
  return (
    <div className="grid gap-5">
      <h1>{t("mine")}</h1>
      <DealList actor={actor} path="/me/deals" query={query} empty={<EmptyState sentence={t("emptyBroker")} />} />
    </div>
  );
}
