import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireActing } from "@/app/_server/actor";
import { ViewerNote } from "@/app/_components/organisation/viewer-note";
import { LinkButton } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Tabs } from "@/app/_components/ui/navigation";
import { CountSentence, Pager } from "@/app/_components/ui/pager";
import { pageRequest } from "@/lib/core/page";
import { countWaitingInterests, listInterests } from "@/lib/interests/queries";
import { interestStatuses } from "@/lib/interests/states";
import { InterestCard } from "./interest-card";

type Props = { params: Promise<{ org: string }>; searchParams: Promise<Record<string, string | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("interests"))("title") };
}

/** Interests that this organisation received and sent, the open ones first. */
export default async function InterestsPage({ params, searchParams }: Props) {
  const [{ org }, query] = await Promise.all([params, searchParams]);
  const actor = await requireActing(org);
  const t = await getTranslations("interests");
  const box = query.box === "out" ? "out" : "in";
  const status = interestStatuses.find((one) => one === query.status) ?? null;
  const path = `/o/${org}/interests`;
  const [list, waiting] = await Promise.all([listInterests(actor, { organisationId: actor.acting.organisationId, box, status }, pageRequest(query)), countWaitingInterests(actor, actor.acting.organisationId)]);
  const counted = { total: list.total, page: list.page, size: list.size, measure: t("measure") };
  return (
    <div className="grid gap-5">
      <header className="grid gap-1">
        <h1>{t("heading")}</h1>
        <p className="text-ink-2">{t("intro")}</p>
        <ViewerNote actor={actor} organisationId={actor.acting.organisationId} />
      </header>
      <Tabs label={t("boxes")} items={[
        { label: t("in"), href: path, current: box === "in", count: waiting },
        { label: t("out"), href: `${path}?box=out`, current: box === "out" },
      ]} />
      <Tabs label={t("filter")} items={[null, ...interestStatuses].map((one) => ({
        label: one ? t(`status.${one}`) : t("all"), href: `${path}?box=${box}${one ? `&status=${one}` : ""}`, current: one === status,
      }))} />
      {list.total === 0 ? (
        <EmptyState sentence={box === "in" ? t("emptyIn") : t("emptyOut")}><LinkButton href="/search">{t("find")}</LinkButton></EmptyState>
      ) : (
        <>
          <CountSentence {...counted} />
          <ul className="grid gap-4">{list.rows.map((interest) => <li key={interest.id}><InterestCard interest={interest} actor={actor} org={org} box={box} /></li>)}</ul>
          <Pager {...counted} path={path} query={{ box, status: status ?? undefined }} />
        </>
      )}
    </div>
  );
}
