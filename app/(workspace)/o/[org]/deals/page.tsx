import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireActing } from "@/app/_server/actor";
import { DealList } from "@/app/_components/deal/deal-list";
import { LinkButton } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";

type Props = { params: Promise<{ org: string }>; searchParams: Promise<Record<string, string | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deals"))("title") };
}

export default async function DealsPage({ params, searchParams }: Props) {
  const [{ org }, query] = await Promise.all([params, searchParams]);
  const actor = await requireActing(org);
  const t = await getTranslations("deals");
  return (
    <div className="grid gap-5">
      <h1>{t("heading")}</h1>
      <DealList actor={actor} organisationId={actor.acting.organisationId} path={`/o/${org}/deals`} query={query}
        empty={<EmptyState sentence={t("empty")}><LinkButton href={`/o/${org}/matches`}>{t("seeMatches")}</LinkButton></EmptyState>} />
    </div>
  );
}
