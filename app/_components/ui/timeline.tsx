import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { dateInHarbin, formatDate, formatTime } from "@/lib/core/dates";
import { Icon } from "./icon";
import type { IconName } from "./icon";

export type TimelineEntry = {
  id: string;
  at: Date;
  /** Person and organisation; left out for the system. */
  who?: ReactNode;
  verb: ReactNode;
  object?: ReactNode;
  icon?: IconName;
  changes?: readonly { field: string; before: ReactNode; after: ReactNode }[];
  reason?: string | null;
  children?: ReactNode;
};

/** Entries in the order given, the date once per day. System entries are indented and grey. Each entry can be linked to by its id. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const t = useTranslations("ui.timeline");
  return (
    <ol className="text-dense">
      {entries.map((entry, index) => {
        const day = dateInHarbin(entry.at);
        const before = entries[index - 1];
        const newDay = !before || dateInHarbin(before.at) !== day;
        return (
          <li key={entry.id} id={entry.id} className={entry.who ? "" : "pl-6 text-ink-3"}>
            {newDay ? <p className={`pt-3 pb-1 text-note font-semibold text-ink-2 ${entry.who ? "" : "-ml-6"}`}>{formatDate(day, "weekday")}</p> : null}
            <div className="grid grid-cols-[3.5em_1fr] gap-2 border-t border-line py-2">
              <time dateTime={entry.at.toISOString()} className="text-ink-3">{formatTime(entry.at)}</time>
              <div>
                <p>
                  {entry.icon ? <Icon name={entry.icon} className="mr-1.5 size-[1.1em] text-ink-3" /> : null}
                  {entry.who ?? t("system")} <span className="font-semibold">{entry.verb}</span> {entry.object}
                </p>
                {entry.changes?.map((change) => (
                  <p key={change.field} className="text-ink-2">
                    {change.field}{"\u3000"}<del>{change.before}</del> → <ins>{change.after}</ins>
                  </p>
                ))}
                {entry.reason ? <p className="text-ink-2">{t("reason", { reason: entry.reason })}</p> : null}
                {entry.children}
              </div>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
