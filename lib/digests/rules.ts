import type { Role } from "@/lib/core/actor";
import { addDays, endOfDayInHarbin, todayInHarbin } from "@/lib/core/dates";
import type { Frequency, Threshold } from "./states";

const hourMs = 3_600_000;
/** Digests of the day and of the week go out at eight in the morning in Harbin; those of the week on Fridays (look.md 4.5). */
const tellingHour = 8;
const friday = 5;
/** "At once" waits so long for what comes together, and leaves so much time between two digests of one person. */
const gatherMs = 60_000;
export const pauseMs = 30 * 60_000;

/** What was found until this moment may be told now. */
export function cutoff(frequency: Frequency, now: Date): Date {
  if (frequency === "at_once") return new Date(now.getTime() - gatherMs);
  let day = todayInHarbin(now);
  const tells = (date: string) => new Date(endOfDayInHarbin(addDays(date, -1)).getTime() + tellingHour * hourMs);
  const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay();
  while (tells(day) > now || (frequency === "weekly" && weekday(day) !== friday)) day = addDays(day, -1);
  return tells(day);
}

/** Those who write for the organisation are told of good matches at once unless they say otherwise; those who only read, of none. */
export function defaultSetting(roles: readonly Role[]): { threshold: Threshold; frequency: Frequency } {
  return { threshold: roles.includes("administrator") || roles.includes("editor") ? "good" : "none", frequency: "at_once" };
}

export function reaches(threshold: Threshold, level: "high" | "good"): boolean {
  return threshold === "good" || (threshold === "high" && level === "high");
}
