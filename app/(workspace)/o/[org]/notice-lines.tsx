import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/core/dates";
import type { NotificationView } from "@/lib/notifications/queries";
import { noticeKey } from "@/lib/notifications/notice-key";

/** Notices as lines: what, when, and the one way on. */
export async function NoticeLines({ rows, empty, word }: { rows: NotificationView[]; empty: string; word: string }) {
  const t = await getTranslations("notices");
  if (rows.length === 0) return <p className="text-ink-2">{empty}</p>;
  return (
    <ul className="ledger">
      {rows.map((row) => {
        const key = noticeKey(row.kind);
        return (
          <li key={row.id} className="flex flex-wrap items-center gap-x-4 md:items-baseline">
            <span className="min-w-[12em] flex-1">{t.has(key as never) ? t(key as never, row.values as never) : row.kind}</span>
            <time dateTime={row.at.toISOString()} className="text-dense text-ink-3">{formatDateTime(row.at)}</time>
            <Link href={row.href} className="inline-flex min-h-(--target) items-center md:min-h-0">{word}</Link>
          </li>
        );
      })}
    </ul>
  );
}
