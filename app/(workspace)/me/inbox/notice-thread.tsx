import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Button, LinkButton } from "@/app/_components/ui/button";
import { Details } from "@/app/_components/ui/details";
import { listHref } from "@/app/_components/ui/list-href";
import { formatDateTime } from "@/lib/core/dates";
import { noticeKey } from "@/lib/notifications/notice-key";
import type { InboxTab, NoticeThread, NotificationView } from "@/lib/notifications/queries";
import { markThreadRead } from "./actions";

/** One notice: what, when, and where to act. */
export async function NoticeLine({ row, tab }: { row: NotificationView; tab: InboxTab }) {
  const [t, n] = await Promise.all([getTranslations("inbox"), getTranslations("notices")]);
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
      <span className={`min-w-[12em] flex-1 ${row.read || row.needsAction || tab === "todo" ? "" : "font-semibold"}`}>
        <Link href={row.href}>{n(noticeKey(row.kind) as never, row.values as never)}</Link>
        <span className="ml-3 text-dense font-normal whitespace-nowrap text-ink-3">{formatDateTime(row.at)}</span>
      </span>
      {row.needsAction ? <LinkButton href={row.href}>{t("open")}</LinkButton> : null}
    </div>
  );
}

/** What one is told of one thing: the newest, what else waits to be done, and the older ones folded (look 4.19). */
export async function Thread({ thread: { subject, total, unread, rows }, tab }: { thread: NoticeThread; tab: InboxTab }) {
  const t = await getTranslations("inbox");
  const [newest, ...rest] = rows;
  if (!newest) return null;
  const waiting = rest.filter((row) => row.needsAction);
  const older = rest.filter((row) => !row.needsAction);
  return (
    <div className="grid gap-2">
      {[newest, ...waiting].map((row) => <NoticeLine key={row.id} row={row} tab={tab} />)}
      {total > 1 || unread > 0 ? (
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 text-dense">
          {older.length > 0 ? (
            <Details className="min-w-[12em] flex-1">
              <summary className="text-accent">{t("older", { count: total - 1 - waiting.length })}</summary>
              <ul className="ledger mt-1 border-l-4 border-line pl-3">
                {older.map((row) => <li key={row.id}><NoticeLine row={row} tab={tab} /></li>)}
                {total > rows.length ? <li><Link href={listHref("/me/inbox", { tab, about: `${subject.kind}.${subject.id}` })}>{t("whole", { count: total })}</Link></li> : null}
              </ul>
            </Details>
          ) : <span />}
          {unread > 0 ? (
            <form action={markThreadRead}>
              <input type="hidden" name="kind" value={subject.kind} />
              <input type="hidden" name="id" value={subject.id} />
              <Button type="submit" variant="text">{t("markOne")}</Button>
            </form>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
