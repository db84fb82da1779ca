import { dateWords, weekdayWords, writtenDate } from "./data/date-words";

/**
 * Dates of law are plain `YYYY-MM-DD` strings in Harbin's time; they compare and sort as text.
 * Moments (`Date`) are shown in the same time zone. China has kept UTC+8 without summer time since 1991.
 */
export type PlainDate = string;

const dayMs = 86_400_000;
const harbinOffsetMs = 8 * 3_600_000;

/** Nothing that is dated here is older: technology became something to be traded in 1985 (decision on the reform of science and technology). A year before it is a slip. */
export const earliestDate: PlainDate = "1985-01-01";

/** Days that differ from the week: `off` are holidays, `work` are weekend days worked in exchange (yearly notice of the State Council). */
export type HolidayTable = { off: ReadonlySet<PlainDate>; work: ReadonlySet<PlainDate> };
const noHolidays: HolidayTable = { off: new Set(), work: new Set() };

function toMs(date: PlainDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function fromMs(ms: number): PlainDate {
  return new Date(ms).toISOString().slice(0, 10);
}

/** True only for a real calendar day in the form `YYYY-MM-DD`, which has no year nought: JavaScript knows one, Postgres does not. */
export function isPlainDate(text: string): text is PlainDate {
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = toMs(text);
  return !Number.isNaN(ms) && fromMs(ms) === text;
}

/** Reads what people type (2026.11.23, 20261123, full-width, with year and month signs); null if it is no calendar day. */
export function parseDate(text: string): PlainDate | null {
  const plain = text.normalize("NFKC").trim();
  const joined = /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  const found = joined ?? writtenDate.exec(plain);
  if (!found) return null;
  const date = `${found[1]}-${(found[2] ?? "").padStart(2, "0")}-${(found[3] ?? "").padStart(2, "0")}`;
  return isPlainDate(date) ? date : null;
}

/** The day on which this moment falls in Harbin. */
export function dateInHarbin(at: Date): PlainDate {
  return fromMs(at.getTime() + harbinOffsetMs);
}

/** Today's date in Harbin; the caller passes `clock.now()`. */
export function todayInHarbin(now: Date): PlainDate {
  return dateInHarbin(now);
}

/** The moment at which a day in Harbin ends (24:00 = the next day's 00:00). */
export function endOfDayInHarbin(date: PlainDate): Date {
  return new Date(toMs(date) + dayMs - harbinOffsetMs);
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return fromMs(toMs(date) + days * dayMs);
}

/** Whole days from one date to the other; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((toMs(to) - toMs(from)) / dayMs);
}

/** Adds calendar months; the 31st becomes the last day of a shorter month. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return fromMs(first.getTime() + (Math.min(day, last) - 1) * dayMs);
}

export function isWorkingDay(date: PlainDate, holidays: HolidayTable = noHolidays): boolean {
  if (holidays.work.has(date)) return true;
  if (holidays.off.has(date)) return false;
  const weekday = new Date(toMs(date)).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** The n-th working day after `date` (the day itself does not count: terms begin on the following day). */
export function addWorkingDays(date: PlainDate, days: number, holidays: HolidayTable = noHolidays): PlainDate {
  let at = date;
  for (let left = days; left > 0; ) {
    at = addDays(at, 1);
    if (isWorkingDay(at, holidays)) left -= 1;
  }
  return at;
}

/** Working days after `from` up to and including `to`; negative when `to` is earlier. */
export function workingDaysBetween(from: PlainDate, to: PlainDate, holidays: HolidayTable = noHolidays): number {
  if (to < from) return -workingDaysBetween(to, from, holidays) || 0;
  let count = 0;
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (isWorkingDay(at, holidays)) count += 1;
  return count;
}

/** A term that ends on a day off ends on the next working day (Civil Code, art. 203). */
export function rollForward(date: PlainDate, holidays: HolidayTable = noHolidays): PlainDate {
  let at = date;
  while (!isWorkingDay(at, holidays)) at = addDays(at, 1);
  return at;
}

/** Share of the year that has passed at the end of `date`: 0–1, for "what an even year would have reached". */
export function elapsedShareOfYear(date: PlainDate): number {
  const year = date.slice(0, 4);
  return (daysBetween(`${year}-01-01`, date) + 1) / (daysBetween(`${year}-01-01`, `${year}-12-31`) + 1);
}

export type DateStyle = "prose" | "table" | "monthDay" | "weekday";

/** `prose` with the signs of year, month and day; `table` 2026-11-23; `monthDay` without the year; `weekday` prose and weekday. */
export function formatDate(date: PlainDate | Date, style: DateStyle = "prose"): string {
  const plain = typeof date === "string" ? date : dateInHarbin(date);
  if (style === "table") return plain;
  const [year, month, day] = plain.split("-").map(Number);
  const short = `${month}${dateWords.month}${day}${dateWords.day}`;
  if (style === "monthDay") return short;
  const prose = `${year}${dateWords.year}${short}`;
  return style === "weekday" ? `${prose} ${weekdayWords[new Date(toMs(plain)).getUTCDay()]}` : prose;
}

/** 14:05, in Harbin. */
export function formatTime(at: Date): string {
  return new Date(at.getTime() + harbinOffsetMs).toISOString().slice(11, 16);
}

/** Day and time of a moment, in Harbin. */
export function formatDateTime(at: Date, style: DateStyle = "table"): string {
  return `${formatDate(at, style)} ${formatTime(at)}`;
}

export type DeadlinePieces = { state: "left" | "today" | "over"; days: number; kind: "calendar" | "working"; date: PlainDate };

/** What a deadline's words need: how many days are left (or over) on `today`, counted as the law counts. Days are never negative. */
export function deadlinePieces(
  date: PlainDate,
  today: PlainDate,
  { kind = "calendar", holidays = noHolidays }: { kind?: "calendar" | "working"; holidays?: HolidayTable } = {},
): DeadlinePieces {
  const days = kind === "working" ? workingDaysBetween(today, date, holidays) : daysBetween(today, date);
  const state = today > date ? "over" : today === date ? "today" : "left";
  return { state, days: Math.abs(days), kind, date };
}

export type AgoPieces = { unit: "now" | "minutes" | "hours"; count: number } | { unit: "date"; count: 0 };

/** Relative time is spoken only inside 24 hours; older or future moments are dates (look.md 5.10). */
export function agoPieces(at: Date, now: Date): AgoPieces {
  const minutes = Math.floor((now.getTime() - at.getTime()) / 60_000);
  if (minutes < 0 || minutes >= 24 * 60) return { unit: "date", count: 0 };
  if (minutes < 1) return { unit: "now", count: 0 };
  return minutes < 60 ? { unit: "minutes", count: minutes } : { unit: "hours", count: Math.floor(minutes / 60) };
}
