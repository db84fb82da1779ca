import type { Metadata } from "next";
import Link from "@/app/_components/ui/link";
import { getTranslations } from "next-intl/server";
import { requireActing } from "@/app/_server/actor";
import { LinkButton } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Pager } from "@/app/_components/ui/pager";
import { pageRequest } from "@/lib/core/page";
import { listMatchedListings } from "@/lib/matching/overview";

type Props = { params: Promise<{ org: string }>; searchParams: Promise<Record<string, string | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("matches");
  return { title: t("title") };
}

/** The organisation's public records, each with how many matches wait to be looked at. */
export default async function MatchesPage({ params, searchParams }: Props) {
  const { org } = await params;
  const actor = await requireActing(org);
  const query = await searchParams;
  const t = await getTranslations("matches");
  const { rows, total, page, size } = await listMatchedListings(actor, actor.acting.organisationId, pageRequest(query));
  return (
    <div className="grid gap-5">
      <header className="flex flex-wrap items-start justify-between gap-3">
        <span className="grid gap-1"><h1>{t("heading")}</h1><p className="text-ink-2">{t("lead")}</p></span>
        <LinkButton variant="text" href="/me/inbox/settings">{t("reminders")}</LinkButton>
      </header>
      {rows.length === 0 ? (
        <EmptyState sentence={t("empty")}><LinkButton href={`/o/${org}/achievements/new`}>{t("newAchievement")}</LinkButton><LinkButton href={`/o/${org}/needs/new`}>{t("newNeed")}</LinkButton></EmptyState>
      ) : (
        <ol className="panel ledger">
          {rows.map((row) => (
            <li key={row.id} className="grid gap-x-6 gap-y-1 md:grid-cols-[minmax(0,1fr)_auto] md:items-baseline">
              <span><span className="mr-2 text-dense text-ink-3">{t(`kind.${row.kind}`)}</span><Link href={`/o/${org}/matches/${row.id}`}>{row.title}</Link></span>
              <span className="text-dense text-ink-2">{row.barred ? t("barred") : row.over ? t("over") : t("count", { count: row.count })}{row.high > 0 ? ` / ${t("highCount", { count: row.high })}` : ""}</span>
            </li>
          ))}
        </ol>
      )}
      <Pager total={total} page={page} size={size} measure={t("measure")} path={`/o/${org}/matches`} query={query} />
    </div>
  );
}
