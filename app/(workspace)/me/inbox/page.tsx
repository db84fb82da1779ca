import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { requirePerson } from "@/app/_server/actor";
import { Button, LinkButton } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Tabs } from "@/app/_components/ui/navigation";
import { Pager } from "@/app/_components/ui/pager";
import { formatDateTime } from "@/lib/core/dates";
import { pageRequest } from "@/lib/core/page";
import { noticeKey } from "@/lib/notifications/notice-key";
import { countToDo, countUnread, listNotifications } from "@/lib/notifications/queries";
import { markRead } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("inbox");
  return { title: t("title") };
}

/** What waits for this person, and what they are told. */
export default async function InboxPage({ searchParams }: { searchParams: Promise<Record<string, string | undefined>> }) {
  const actor = await requirePerson();
  const query = await searchParams;
  const tab = query.tab === "known" ? "known" : "todo";
  const t = await getTranslations("inbox");
  const n = await getTranslations("notices");
  const [list, todo, unread] = await Promise.all([listNotifications(actor, tab, pageRequest(query)), countToDo(actor), countUnread(actor)]);
  return (
    <div className="grid gap-5">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h1>{t("title")}</h1>
        <span className="flex flex-wrap items-center gap-3">
          {unread > 0 ? <form action={markRead}><Button type="submit">{t("markAll")}</Button></form> : null}
          <LinkButton variant="text" href="/me/inbox/settings">{t("settings")}</LinkButton>
        </span>
      </header>
      <Tabs label={t("tabs")} items={[{ label: t("todo"), href: "/me/inbox", current: tab === "todo", count: todo }, { label: t("known"), href: "/me/inbox?tab=known", current: tab === "known", count: unread }]} />
      {list.rows.length === 0 ? <EmptyState sentence={t(tab === "todo" ? "emptyTodo" : "emptyKnown")} /> : (
        <ol className="panel ledger">
          {list.rows.map((row) => (
            <li key={row.id} className="flex flex-wrap items-center justify-between gap-3">
              <span className={row.read || tab === "todo" ? "" : "font-semibold"}>
                <Link href={row.href}>{n(noticeKey(row.kind) as never, row.values as never)}</Link>
                <span className="ml-3 text-dense whitespace-nowrap text-ink-3">{formatDateTime(row.at)}</span>
              </span>
              {row.needsAction ? <LinkButton href={row.href}>{t("open")}</LinkButton> : null}
            </li>
          ))}
        </ol>
      )}
      <Pager total={list.total} page={list.page} size={list.size} measure={t("measure")} path="/me/inbox" query={query} />
    </div>
  );
}
