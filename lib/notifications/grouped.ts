import type { NotificationView } from "./queries";

/** One line of a desk: a notice by itself, or several of one kind that would say the same sentence over and over. */
export type NoticeGroup = { kind: string; rows: NotificationView[] };

/** Two of a kind are read faster than they are opened. */
const fewest = 3;

/** Of what is only told, the newest of each thing; how it came there is in the inbox, thing by thing. Rows come newest first. */
export function newestOfEach(rows: readonly NotificationView[]): NotificationView[] {
  const seen = new Set<string>();
  return rows.filter(({ subject, needsAction }) => {
    const thing = `${subject.kind}.${subject.id}`;
    // Organisations and people are no things that move on: joining, leaving and being verified are news of their own.
    if (needsAction || subject.kind === "organisation" || subject.kind === "user") return true;
    const first = !seen.has(thing);
    seen.add(thing);
    return first;
  });
}

/** Same-kind notices as one group where the newest of them stands; what waits for the reader stays a line of its own. */
export function groupNotices(rows: readonly NotificationView[]): NoticeGroup[] {
  const alike = new Map<string, NotificationView[]>();
  for (const row of rows) if (!row.needsAction) alike.set(row.kind, [...(alike.get(row.kind) ?? []), row]);
  return rows.flatMap((row): NoticeGroup[] => {
    const group = row.needsAction ? undefined : alike.get(row.kind);
    if (!group || group.length < fewest) return [{ kind: row.kind, rows: [row] }];
    return group[0] === row ? [{ kind: row.kind, rows: group }] : [];
  });
}
