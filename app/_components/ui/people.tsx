import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { deadlinePieces, formatDate } from "@/lib/core/dates";
import type { HolidayTable, PlainDate } from "@/lib/core/dates";
import { Chip } from "./chip";
import { Icon } from "./icon";

/** A person with initials square, role and organisation. */
export function PersonLine({ name, role, organisation, children }: { name: string; role?: string; organisation?: ReactNode; children?: ReactNode }) {
  return (
    <div className="flex items-center gap-3 text-dense">
      <span aria-hidden className="grid size-9 shrink-0 place-items-center rounded-chip bg-sunken font-semibold text-ink-2">{[...name][0]}</span>
      <p className="min-w-0 flex-1">
        <span className="font-semibold">{name}</span>
        {role ? <span className="ml-2 text-ink-2">{role}</span> : null}
        {organisation ? <span className="block text-ink-2">{organisation}</span> : null}
      </p>
      {children}
    </div>
  );
}

export type Audience = "public" | "registered" | "deal" | "organisation";
const audienceIcons = { public: "globe", registered: "users", deal: "lock-keyhole", organisation: "building-2" } as const;

/** Who can see a field: plain icon and word, because an audience is not a state. */
export function AudienceLine({ audience }: { audience: Audience }) {
  const t = useTranslations("ui.audience");
  return (
    <span className="inline-flex items-center gap-1 text-note whitespace-nowrap text-ink-2">
      <Icon name={audienceIcons[audience]} className="size-[1.1em]" />
      {t(audience)}
    </span>
  );
}

type DeadlineProps = { date: PlainDate; today: PlainDate; kind?: "calendar" | "working"; holidays?: HolidayTable; small?: boolean };

/** The clock beside a state: rest, due today, overdue. */
export function DeadlineChip({ date, today, kind = "calendar", holidays, small }: DeadlineProps) {
  const t = useTranslations("ui.deadline");
  const { state, days } = deadlinePieces(date, today, { kind, holidays });
  if (state === "over") return <Chip tone="bad-solid" icon="alarm-clock" small={small}>{t("over", { days })}</Chip>;
  if (state === "today") return <Chip tone="warn" icon="clock-exclamation-point" small={small}>{t("today")}</Chip>;
  return <Chip tone="wait" icon="clock" small={small}>{t(kind === "working" ? "leftWorking" : "leftCalendar", { days })}</Chip>;
}

/** Rest and absolute end and kind of days, in full. */
export function DeadlineLine({ date, today, kind = "calendar", holidays }: DeadlineProps) {
  const t = useTranslations("ui.deadline");
  const { state, days } = deadlinePieces(date, today, { kind, holidays });
  const key = state === "over" ? "fullOver" : state === "today" ? "fullToday" : kind === "working" ? "fullWorking" : "fullCalendar";
  return <time dateTime={date}>{t(key, { days, date: formatDate(date, date.slice(0, 4) === today.slice(0, 4) ? "monthDay" : "prose") })}</time>;
}
