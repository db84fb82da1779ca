import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requirePerson } from "@/app/_server/actor";
import { toDo } from "@/app/_server/waiting";
import { Button, LinkButton } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Tabs } from "@/app/_components/ui/navigation";
import { Pager } from "@/app/_components/ui/pager";
import { clock } from "@/lib/core/clock";
import { addDays, dateInHarbin, formatDate, todayInHarbin } from "@/lib/core/dates";
import { pageRequest } from "@/lib/core/page";
import { countUnread, listNotifications, listThreads, newestNotice, type NoticeThread } from "@/lib/notifications/queries";
import { markAllRead } from "./actions";
import { NoticeLine, Thread } from "./notice-thread";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("inbox");
  return { title: t("title") };
}

type Props = { searchParams: Promise<Record<string, string | undefined>> };

/** What waits for this person, and what they are told: by day, and of each thing once. `about` lists all that is told of one thing. */
export default async function InboxPage({ searchParams }: Props) {
  const actor = await requirePerson();
  const query = await searchParams;
  const tab = query.tab === "known" ? "known" : "todo";
  const t = await getTranslations("inbox");
  const about = [query.about].flat()[0];
  const [kind = "", id = ""] = about?.split(".") ?? [];
  const request = pageRequest(query);
  // Asked before the lists: what comes in between is shown and stays unread, never the other way round.
  const until = (await newestNotice(actor)) ?? "";
  const [single, threads, todo, unread] = await Promise.all([
    about ? listNotifications(actor, tab, request, { kind, id }) : null, about ? null : listThreads(actor, tab, request), toDo(actor), countUnread(actor),
  ]);
  const list = single ?? threads;
  return (
    <div className="grid gap-5">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h1>{t("title")}</h1>
        <span className="flex flex-wrap items-center gap-3">
          {unread > 0 ? <form action={markAllRead}><input type="hidden" name="until" value={until} /><Button type="submit">{t("markAll")}</Button></form> : null}
          <LinkButton variant="text" href="/me/inbox/settings">{t("settings")}</LinkButton>
        </span>
      </header>
      <Tabs label={t("tabs")} items={[{ label: t("todo"), href: "/me/inbox", current: tab === "todo", count: todo }, { label: unread > 0 ? t("knownUnread", { count: unread }) : t("known"), href: "/me/inbox?tab=known", current: tab === "known" }]} />
      {list?.total ? null : <EmptyState sentence={t(tab === "todo" ? "emptyTodo" : "emptyKnown")}>{tab === "todo" ? <LinkButton href="/me/inbox?tab=known">{t("seeKnown")}</LinkButton> : null}</EmptyState>}
      {single && single.rows.length > 0 ? (
        <section className="grid gap-2">
          <p><LinkButton variant="text" href={`/me/inbox?tab=${tab}`}>{t("back")}</LinkButton></p>
          <ol className="panel ledger">{single.rows.map((row) => <li key={row.id}><NoticeLine row={row} tab={tab} /></li>)}</ol>
        </section>
      ) : null}
      {byDay(threads?.rows ?? []).map(({ day, rows }) => (
        <section key={day} className="grid gap-2" aria-label={dayName(day, t)}>
          <h2 className="text-dense text-ink-2">{dayName(day, t)}</h2>
          <ol className="panel ledger py-1">{rows.map((thread) => <li key={thread.subject.kind + thread.subject.id}><Thread thread={thread} tab={tab} until={until} /></li>)}</ol>
        </section>
      ))}
      <Pager total={list?.total ?? 0} page={request.page} size={request.size} measure={t(single ? "measure" : "things")} path="/me/inbox" query={query} />
    </div>
  );
}

/** Threads under the day of their newest notice. */
function byDay(threads: NoticeThread[]): { day: string; rows: NoticeThread[] }[] {
  const days = new Map<string, NoticeThread[]>();
  for (const thread of threads) {
    const day = thread.rows[0] ? dateInHarbin(thread.rows[0].at) : "";
    days.set(day, [...(days.get(day) ?? []), thread]);
  }
  return [...days].map(([day, rows]) => ({ day, rows }));
}

function dayName(day: string, t: Awaited<ReturnType<typeof getTranslations<"inbox">>>): string {
  const today = todayInHarbin(clock.now());
  return day === today ? t("today") : day === addDays(today, -1) ? t("yesterday") : formatDate(day);
}
