/** Days off and made-up working days as the State Council announces them each autumn. 2027 holds the statutory days only. */
import type { HolidayTable, PlainDate } from "@/lib/core/dates";
import data from "./data/holidays.json";

export type HolidayYear = {
  year: number;
  /** False while only the statutory days are known; deadlines that reach into such a year are to be checked. */
  announced: boolean;
  verified: boolean;
  title: string;
  issuer: string;
  date: PlainDate;
  off: Record<PlainDate, string>;
  work: Record<PlainDate, string>;
};

export const holidayYears = data.years as unknown as HolidayYear[];

/** For `addWorkingDays` and the others of `lib/core/dates`. */
export const holidayTable: HolidayTable = {
  off: new Set(holidayYears.flatMap((year) => Object.keys(year.off))),
  work: new Set(holidayYears.flatMap((year) => Object.keys(year.work))),
};

/** Name of the holiday on a day off. */
export function holidayName(date: PlainDate): string | undefined {
  return holidayYears.find((year) => year.year === Number(date.slice(0, 4)))?.off[date];
}

/** Whether the calendar of that day's year has been announced. */
export function isCalendarAnnounced(date: PlainDate): boolean {
  return holidayYears.some((year) => year.year === Number(date.slice(0, 4)) && year.announced);
}
