import Link from "@/app/_components/ui/link";
import { getTranslations } from "next-intl/server";
import { Button, LinkButton } from "@/app/_components/ui/button";
import { Details } from "@/app/_components/ui/details";
import { listHref } from "@/app/_components/ui/list-href";
import { formatDateTime, formatTime } from "@/lib/core/dates";
import { noticeKey } from "@/lib/notifications/notice-key";
import type { InboxTab, NoticeThread, NotificationView } from "@/lib/notifications/queries";
import { markThreadRead } from "./actions";

type LineProps = { row: NotificationView; tab: InboxTab; /** The day stands above. */ dated?: boolean; children?: React.ReactNode };

/** One notice: what, when, and where to act. */
export async function NoticeLine({ row, tab, dated, children }: LineProps) {
  const [t, n] = await Promise.all([getTranslations("inbox"), getTranslations("notices")]);
  const sentence = n(noticeKey(row.kind) as never, row.values as never);
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
      <span className={`flex min-w-[12em] flex-1 flex-wrap items-baseline gap-x-3 ${row.read || row.needsAction || tab === "todo" ? "" : "font-semibold"}`}>
        {row.read || row.needsAction ? <Link href={row.href}>{sentence}</Link> : <a href={`/me/inbox/open/${row.id}`}>{sentence}</a>}
        <time dateTime={row.at.toISOString()} title={formatDateTime(row.at)} className="text-dense font-normal whitespace-nowrap text-ink-3">{dated ? formatTime(row.at) : formatDateTime(row.at)}</time>
      </span>
      {row.needsAction ? <LinkButton href={row.href}>{t("open")}</LinkButton> : null}
      {children}
    </div>
  );
}

/** What one is told of one thing: the newest, what else waits to be done, and the older ones folded (look 4.19). */
export async function Thread({ thread: { subject, total, unread, rows }, tab, until }: { thread: NoticeThread; tab: InboxTab; /** The last notice that had come when the page was drawn. */ until: string }) {
  const t = await getTranslations("inbox");
  const [newest, ...rest] = rows;
  if (!newest) return null;
  const waiting = rest.filter((row) => row.needsAction);
  const older = rest.filter((row) => !row.needsAction);
  return (
    <div className="grid gap-1">
      <NoticeLine row={newest} tab={tab} dated>
        {unread > 0 ? (
          <form action={markThreadRead}>
            <input type="hidden" name="kind" value={subject.kind} />
            <input type="hidden" name="id" value={subject.id} />
            <input type="hidden" name="until" value={until} />
            <Button type="submit" variant="text" className="text-dense">{t("markOne")}</Button>
          </form>
        ) : null}
      </NoticeLine>
      {waiting.map((row) => <NoticeLine key={row.id} row={row} tab={tab} />)}
      {older.length > 0 ? (
        <Details className="text-dense">
          <summary className="text-accent">{t("older", { count: total - 1 - waiting.length })}</summary>
          <ul className="ledger mt-1 border-l-4 border-line pl-3">
            {older.map((row) => <li key={row.id}><NoticeLine row={row} tab={tab} /></li>)}
          </ul>
        </Details>
      ) : null}
      {total > rows.length ? <p className="text-dense"><Link href={listHref("/me/inbox", { tab, about: `${subject.kind}.${subject.id}` })}>{t("whole", { count: total })}</Link></p> : null}
    </div>
  );
}
