import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays, addMonths, addWorkingDays, agoPieces, dateInHarbin, daysBetween, deadlinePieces, elapsedShareOfYear, endOfDayInHarbin,
  formatDate, formatDateTime, isPlainDate, isWorkingDay, parseDate, rollForward, workingDaysBetween,
} from "./dates";

const holidays = { off: new Set(["2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"]), work: new Set(["2026-10-10"]) };
const day = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays("1992-01-01", n));

describe("dates of law", () => {
  test("a day begins at midnight in Harbin", () => {
    expect(dateInHarbin(new Date("2026-11-22T15:59:59Z"))).toBe("2026-11-22");
    expect(dateInHarbin(new Date("2026-11-22T16:00:00Z"))).toBe("2026-11-23");
    expect(endOfDayInHarbin("2026-11-29").toISOString()).toBe("2026-11-29T16:00:00.000Z");
  });

  test.each([
    ["2026.11.23", "2026-11-23"],
    ["20261123", "2026-11-23"],
    ["２０２６年１１月２３日", "2026-11-23"],
    ["2026/1/3", "2026-01-03"],
    ["2026-02-30", null],
    ["0000-01-01", null],
    ["23.11.2026", null],
  ])("%s is read as %s", (text, expected) => expect(parseDate(text)).toBe(expected));

  test("a real day only", () => {
    expect(isPlainDate("2024-02-29")).toBe(true);
    expect(isPlainDate("2026-02-29")).toBe(false);
  });

  test("months keep inside their length", () => {
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2026-11-30", 3)).toBe("2027-02-28");
  });

  test("working days follow the holiday table", () => {
    expect(isWorkingDay("2026-10-10", holidays)).toBe(true);
    expect(addWorkingDays("2026-09-30", 3, holidays)).toBe("2026-10-10");
    expect(workingDaysBetween("2026-09-30", "2026-10-10", holidays)).toBe(3);
    expect(rollForward("2026-10-03", holidays)).toBe("2026-10-08");
  });

  test("adding and counting agree", () => {
    fc.assert(fc.property(day, fc.integer({ min: -5000, max: 5000 }), (from, n) => daysBetween(from, addDays(from, n)) === n));
    fc.assert(fc.property(day, fc.integer({ min: 1, max: 60 }), (from, n) => workingDaysBetween(from, addWorkingDays(from, n)) === n));
  });

  test("the even year", () => {
    expect(elapsedShareOfYear("2026-11-23")).toBeCloseTo(327 / 365, 10);
    expect(elapsedShareOfYear("2024-12-31")).toBe(1);
  });
});

describe("how dates read", () => {
  test("prose and table", () => {
    expect(formatDate("2026-11-03")).toBe("2026年11月3日");
    expect(formatDate("2026-11-23", "weekday")).toBe("2026年11月23日 星期一");
    expect(formatDateTime(new Date("2026-11-23T06:05:00Z"))).toBe("2026-11-23 14:05");
  });

  test("a deadline says left, today or over", () => {
    expect(deadlinePieces("2026-11-29", "2026-11-23")).toEqual({ state: "left", days: 6, kind: "calendar", date: "2026-11-29" });
    expect(deadlinePieces("2026-11-26", "2026-11-23", { kind: "working" }).days).toBe(3);
    expect(deadlinePieces("2026-11-23", "2026-11-23").state).toBe("today");
    expect(deadlinePieces("2026-11-20", "2026-11-23", { kind: "working" })).toMatchObject({ state: "over", days: 1 });
  });

  test("relative only within a day", () => {
    const now = new Date("2026-11-23T06:00:00Z");
    expect(agoPieces(new Date("2026-11-23T03:00:00Z"), now)).toEqual({ unit: "hours", count: 3 });
    expect(agoPieces(new Date("2026-11-22T05:00:00Z"), now).unit).toBe("date");
  });
});
