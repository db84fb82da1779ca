import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Details } from "@/app/_components/ui/details";
import { TimeAgo } from "@/app/_components/ui/people";
import { clock } from "@/lib/core/clock";
import { groupNotices, newestOfEach } from "@/lib/notifications/grouped";
import { noticeKey } from "@/lib/notifications/notice-key";
import type { NotificationView } from "@/lib/notifications/queries";

type Props = { rows: NotificationView[]; empty: string; word: string; limit: number };

/** Notices as lines: what, when, and the one way on. One thing is one line, many of one kind are one that opens (look 4.19). */
export async function NoticeLines({ rows, empty, word, limit }: Props) {
  const t = await getTranslations("notices");
  const g = await getTranslations("organisations.desk.group");
  if (rows.length === 0) return <p className="text-ink-2">{empty}</p>;
  const now = clock.now();
  const sentence = (row: NotificationView) => (t.has(noticeKey(row.kind) as never) ? t(noticeKey(row.kind) as never, row.values as never) : row.kind);
  const line = (row: NotificationView) => (
    <li key={row.id} className="flex flex-wrap items-center gap-x-4 md:items-baseline">
      <span className="min-w-[12em] flex-1">{sentence(row)}</span>
      <span className="text-dense text-ink-3"><TimeAgo at={row.at} now={now} /></span>
      <Link href={row.href} className="inline-flex min-h-(--target) items-center md:min-h-0">{word}</Link>
    </li>
  );
  return (
    <ul className="ledger">
      {groupNotices(newestOfEach(rows)).slice(0, limit).map(({ kind, rows: [newest, ...older] }) => {
        if (!newest || older.length === 0) return newest ? line(newest) : null;
        const key = noticeKey(kind);
        const values = { count: older.length + 1, first: sentence(newest) };
        return (
          <li key={newest.id}>
            <Details>
              <summary>
                <span className="inline-flex w-[calc(100%-1.5em)] flex-wrap items-baseline gap-x-4 align-top">
                  <span className="min-w-[10em] flex-1 text-accent">{g.has(key as never) ? g(key as never, values as never) : g("other", values)}</span>
                  <span className="text-dense text-ink-3"><TimeAgo at={newest.at} now={now} /></span>
                </span>
              </summary>
              <ul className="ledger mt-1 border-l-4 border-line pl-3">{[newest, ...older].map(line)}</ul>
            </Details>
          </li>
        );
      })}
    </ul>
  );
}
