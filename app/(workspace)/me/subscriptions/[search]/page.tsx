import type { Metadata } from "next";
import Link from "@/app/_components/ui/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requirePerson } from "@/app/_server/actor";
import { DemoChip } from "@/app/_components/listing/demo-chip";
import { LinkButton } from "@/app/_components/ui/button";
import { Chip } from "@/app/_components/ui/chip";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Breadcrumbs } from "@/app/_components/ui/navigation";
import { formatDateTime } from "@/lib/core/dates";
import { isId } from "@/lib/core/id";
import { findSavedSearch, markLooked } from "@/lib/subscriptions/queries";
import { searchWords } from "../search-words";

type Props = { params: Promise<{ search: string }> };

async function load({ params }: Props) {
  const [actor, { search }] = await Promise.all([requirePerson(), params]);
  const found = isId(search) ? await findSavedSearch(actor, search) : null;
  if (!found) notFound();
  return { actor, ...found };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { search } = await load(props);
  return { title: `${search.name} — ${(await getTranslations("subscriptions"))("title")}` };
}

/** What one search has found since it was saved; opening it is looking. */
export default async function SubscriptionPage(props: Props) {
  const { actor, search, hits } = await load(props);
  const t = await getTranslations("subscriptions");
  await markLooked(actor, search.id, hits);
  return (
    <div className="grid max-w-[60rem] gap-5">
      <Breadcrumbs items={[{ label: t("title"), href: "/me/subscriptions" }, { label: search.name }]} />
      <header className="flex flex-wrap items-start justify-between gap-4">
        <span className="grid gap-1"><h1>{search.name}</h1><p className="text-ink-2">{t("looksFor", { words: await searchWords(search.query) })}</p></span>
        <LinkButton href={`/search?${search.query}`}>{t("run")}</LinkButton>
      </header>
      {hits.length === 0 ? <EmptyState sentence={t("noHits")} /> : (
        <>
          <p className="text-dense text-ink-2">{t("hitCount", { count: search.found })}</p>
          <ol className="panel ledger">
            {hits.map((hit) => (
              <li key={hit.id} className="grid gap-1">
                <span className="flex flex-wrap items-center gap-3"><span className="text-dense text-ink-3">{t(`kind.${hit.kind}`)}</span><Link href={`/${hit.kind}s/${hit.id}`} className={hit.fresh ? "font-semibold" : ""}>{hit.title}</Link>{hit.fresh ? <Chip small tone="go">{t("new")}</Chip> : null}</span>
                <span className="text-dense text-ink-3">{hit.organisationName} / {formatDateTime(hit.foundAt)} <DemoChip demo={hit.demo} small /></span>
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  );
}
