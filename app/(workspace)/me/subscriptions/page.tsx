import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requirePerson } from "@/app/_server/actor";
import { ActForm, SubmitButton } from "@/app/_components/ui/act-form";
import { LinkButton } from "@/app/_components/ui/button";
import { Details } from "@/app/_components/ui/details";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { NoticeBar } from "@/app/_components/ui/notice-bar";
import { clock } from "@/lib/core/clock";
import { listRemovedSearches, listSavedSearches, type SavedSearch } from "@/lib/subscriptions/queries";
import { searchesPerPerson } from "@/lib/subscriptions/states";
import { restore } from "./actions";
import { SearchCard } from "./search-card";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("subscriptions"))("title") };
}

/** The searches that this person keeps, each with what it has found since they last looked. */
export default async function SubscriptionsPage({ searchParams }: { searchParams: Promise<{ removed?: string }> }) {
  const [actor, { removed: justRemoved }] = await Promise.all([requirePerson(), searchParams]);
  const [t, searches, removed] = await Promise.all([getTranslations("subscriptions"), listSavedSearches(actor), listRemovedSearches(actor, clock.now())]);
  const just = removed.find((search) => search.id === justRemoved);
  const older = removed.filter((search) => search !== just);
  return (
    <div className="grid max-w-[60rem] gap-5">
      <header className="flex flex-wrap items-start justify-between gap-4">
        <span className="grid gap-1"><h1>{t("title")}</h1><p className="text-ink-2">{t("lead")}</p></span>
        {searches.length > 0 ? <LinkButton href="/search">{t("toSearch")}</LinkButton> : null}
      </header>
      {actor.emailVerified ? null : <NoticeBar tone="warn" actions={<LinkButton href="/me">{t("toVerify")}</LinkButton>}>{t("unverified")}</NoticeBar>}
      {just ? <NoticeBar tone="ok" actions={<Restore search={just} word={t("undo")} />}>{t("removedJust", { name: just.name })}</NoticeBar> : null}
      {searches.length === 0 ? (
        <EmptyState sentence={t("empty")}><LinkButton variant="primary" href="/search">{t("toSearch")}</LinkButton></EmptyState>
      ) : (
        <>
          <p className="text-dense text-ink-2">{t("count", { count: searches.length, max: searchesPerPerson })}</p>
          <ol className="grid gap-4">{searches.map((search) => <li key={search.id}><SearchCard search={search} /></li>)}</ol>
        </>
      )}
      {older.length > 0 ? (
        <Details className="panel">
          <summary>{t("removed", { count: older.length })}</summary>
          <ul className="ledger mt-3">{older.map((search) => <li key={search.id} className="flex flex-wrap items-center justify-between gap-3"><span>{search.name}</span><Restore search={search} word={t("restore")} /></li>)}</ul>
        </Details>
      ) : null}
    </div>
  );
}

function Restore({ search, word }: { search: SavedSearch; word: string }) {
  return <ActForm action={restore} hidden={{ searchId: search.id }} className="grid gap-2"><SubmitButton variant="plain">{word}</SubmitButton></ActForm>;
}
