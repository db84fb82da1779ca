import { addDays, dateInHarbin, parseDate, type PlainDate } from "@/lib/core/dates";

/** A day as Excel counts it, of an hour of it as a fraction: five digits from 1927 to 2173. */
const serial = /^(\d{5})(?:\.\d+)?$/;
/** Its first day is 1 January 1900 and it holds that year for a leap year; from March 1900 on the two cancel out. */
const dayNought: PlainDate = "1899-12-30";
const dayNought1904: PlainDate = "1904-01-01";
/** What a sheet or another program writes behind a day. */
const hours = /[\sT]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/;
/** A moment with its zone: the day is that of Harbin, where midnight is 16:00 of the day before in Greenwich. */
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** A cell of days that was pasted as text or lost its form keeps the number that Excel has for the day. Null where it is none. */
export function excelDay(text: string, { from1904 = false } = {}): PlainDate | null {
  const found = serial.exec(text.normalize("NFKC").trim());
  return found ? addDays(from1904 ? dayNought1904 : dayNought, Number(found[1])) : null;
}

/** The day that a cell of a ledger means: as people write it, with or without hours, or as Excel counts it. */
export function readDay(text: string): PlainDate | null {
  const plain = text.normalize("NFKC").trim(), at = moment.test(plain) ? new Date(plain) : null;
  if (at) return Number.isNaN(at.getTime()) ? null : dateInHarbin(at);
  return parseDate(plain.replace(hours, "")) ?? excelDay(text);
}
