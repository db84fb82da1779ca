import { getTranslations } from "next-intl/server";
import { clock } from "@/lib/core/clock";
import { agoPieces, formatDate, formatDateTime } from "@/lib/core/dates";
import { groupNotices, newestOfEach } from "@/lib/notifications/grouped";
import { noticeKey } from "@/lib/notifications/notice-key";
import type { NotificationView } from "@/lib/notifications/queries";
import { NoticeGroups, type NoticeGroup, type NoticeLine } from "./notice-groups";

type Props = { rows: NotificationView[]; empty: string; word: string; limit: number };

/** Notices as lines: what, when, and the one way on. One thing is one line, many of one kind are one that opens (look 4.19). */
export async function NoticeLines({ rows, empty, word, limit }: Props) {
  const t = await getTranslations("notices");
  const g = await getTranslations("organisations.desk.group");
  if (rows.length === 0) return <p className="text-ink-2">{empty}</p>;
  const ago = await getTranslations("ui.ago");
  const now = clock.now();
  const sentence = (row: NotificationView) => (t.has(noticeKey(row.kind) as never) ? t(noticeKey(row.kind) as never, row.values as never) : row.kind);
  const line = (row: NotificationView): NoticeLine => {
    const since = agoPieces(row.at, now);
    return { key: row.id, text: sentence(row), href: row.href, when: [row.at.toISOString(), formatDateTime(row.at), since.unit === "date" ? formatDate(row.at, "table") : ago(since.unit, { count: since.count })] };
  };
  const groups = groupNotices(newestOfEach(rows)).slice(0, limit).flatMap(({ kind, rows: [newest, ...older] }): NoticeGroup[] => {
    if (!newest) return [];
    if (older.length === 0) return [{ lines: [line(newest)] }];
    const key = noticeKey(kind);
    const values = { count: older.length + 1, first: sentence(newest) };
    return [{ lead: g.has(key as never) ? g(key as never, values as never) : g("other", values), lines: [newest, ...older].map(line) }];
  });
  return <NoticeGroups groups={groups} word={word} />;
}
