import type { Metadata } from "next";
import Link from "@/app/_components/ui/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requirePerson } from "@/app/_server/actor";
import { ActForm, SubmitButton } from "@/app/_components/ui/act-form";
import { LinkButton } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { listHref, type Query } from "@/app/_components/ui/list-href";
import { Tabs } from "@/app/_components/ui/navigation";
import { NoticeBar } from "@/app/_components/ui/notice-bar";
import { Pager } from "@/app/_components/ui/pager";
import { isId } from "@/lib/core/id";
import { isBehind } from "@/lib/jobs/cursors";
import { pageRequest } from "@/lib/core/page";
import { fieldOf, industryOf } from "@/lib/codes/taxonomy";
import { isHarbin } from "@/lib/codes/places";
import { pastOfPairs } from "@/lib/introductions/past";
import { canWorkMarket } from "@/lib/introductions/policy";
import { countIntroductions, deskSorts, deskTabs, findOwnMark, listDeskPairs, listDueMarks, type DeskFilter } from "@/lib/introductions/queries";
import { pairKey, shortlistPerRecord, shortlistSize } from "@/lib/introductions/states";
import { takeBack } from "./actions";
import { DeskFilters } from "./desk-filters";
import { deskWords } from "./desk-words";
import { DonePairs } from "./done-pairs";
import { DueList } from "./due-list";
import { PairCard } from "./pair-card";

type Params = Record<string, string | undefined>;
const path = "/me/broker/desk";
/** A pair is read with its reasons, and has forms of its own: ten are a page. */
const sizes = [10, 20, 50, 100];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk"))("title") };
}

function readFilter(query: Params): DeskFilter {
  const asked = {
    field: fieldOf(query.field) || industryOf(query.field) ? query.field : undefined,
    district: isHarbin(query.district) ? query.district : undefined,
    level: query.level === "high" || query.level === "good" ? (query.level as "high" | "good") : undefined,
  };
  // The day's list is not filtered: an address with conditions means the whole market.
  const usual = asked.field || asked.district || asked.level ? "all" : "today";
  return { ...asked, tab: deskTabs.find((tab) => tab === query.tab) ?? usual, sort: deskSorts.find((sort) => sort === query.sort) ?? "fit" };
}

/** Whom to call today: pairs across the market, each with why, what stands against it and what has already happened. */
export default async function BrokerDeskPage({ searchParams }: { searchParams: Promise<Params> }) {
  const [actor, { done, act, pair: shown, ...asked }] = await Promise.all([requirePerson(), searchParams]);
  if (!canWorkMarket(actor)) notFound();
  const filter = readFilter(asked);
  const query: Query = asked;
  const t = await getTranslations("desk");
  const [list, due, made, mark] = await Promise.all([listDeskPairs(actor, filter, pageRequest(asked, sizes)), listDueMarks(actor), countIntroductions(actor), isId(done) ? findOwnMark(actor, done) : null]);
  const past = await pastOfPairs(actor, list.rows);
  const back = listHref(path, query);
  const words = await deskWords(back);
  const today = filter.tab === "today";
  // The only pair of the last page was dealt with: on the page that is shown instead, too, it can be taken back.
  const told = list.rows.length === 0 ? { done } : {};
  const filtered = !today && Boolean(filter.field || filter.district || filter.level);
  // A platform that has just been filled is still comparing: "nothing today" would be untrue.
  const matching = list.counts.all === 0 && list.done.length === 0 && (today || filter.tab === "all") && (await isBehind("matching"));
  return (
    <div className="grid gap-5">
      <header className="grid gap-1">
        <h1>{t("heading", { count: list.counts.today })}</h1>
        <p className="max-w-[46em] text-ink-2">{t("lead", { size: shortlistSize, each: shortlistPerRecord })}</p>
        <p className="max-w-[46em] text-ink-2">{t("reach.how")}</p>
        <p><Link href="/me/deals">{t("myDeals")}</Link></p>
      </header>
      {mark ? (
        <NoticeBar tone="ok" actions={<ActForm action={takeBack} hidden={{ markId: mark.id, _back: back }} className=""><SubmitButton variant="plain">{t("undo")}</SubmitButton></ActForm>}>
          {t(`done.${mark.kind}`, { date: mark.dueOn ?? "" })}
        </NoticeBar>
      ) : null}
      <Tabs label={t("tabs")} items={deskTabs.map((tab) => ({ label: t(`tab.${tab}`), current: tab === filter.tab, count: list.counts[tab], href: tab === "today" ? path : listHref(path, query, { tab, page: undefined }) }))} />
      {today ? null : <DeskFilters path={path} filter={filter} />}
      <div className="grid items-start gap-6 beside-xl:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="grid gap-4">
          {list.total === 0 ? (
            <EmptyState sentence={t(filtered ? "emptyFiltered" : matching ? "empty.matching" : today && list.done.length > 0 ? "empty.todayDone" : `empty.${filter.tab}`)}>
              {filtered ? <LinkButton href={listHref(path, { tab: asked.tab })}>{t("clear")}</LinkButton> : null}
            </EmptyState>
          ) : list.rows.length === 0 ? null : (
            <ol className="panel ledger">{list.rows.map((pair) => <li key={pairKey(pair)}><PairCard pair={pair} facts={past.get(pairKey(pair)) ?? []} words={words} shown={shown === pairKey(pair) ? act : undefined} /></li>)}</ol>
          )}
          {list.done.length > 0 ? <DonePairs pairs={list.done} back={back} /> : null}
          <Pager total={list.total} page={list.page} size={list.size} sizes={sizes} measure={t("measure")} extra={filter.tab === "all" && list.capped ? t("capped") : undefined} path={path} query={{ ...(today ? { page: asked.page, size: asked.size } : { ...query, tab: filter.tab }), ...told }} />
          {today && list.counts.all > 0 ? <p><Link href={listHref(path, { tab: "all" })}>{t("seeAll", { count: list.counts.all })}</Link></p> : null}
        </div>
        <DueList due={due} made={made} />
      </div>
    </div>
  );
}
