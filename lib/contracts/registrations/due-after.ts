import { db, type Reader } from "@/db/client";
import { dueDate, holidaysFrom, listRules, ruleAt } from "@/lib/codes/queries";
import { ruleOn } from "@/lib/codes/rules";
import { clock } from "@/lib/core/clock";
import { todayInHarbin, type HolidayTable } from "@/lib/core/dates";

const limits = ["registration.limit", "registration.limit_large"] as const;

/** Last working day of a limit that began on `from`; null when no such rule holds on that day. */
export async function dueAfter(reader: Reader, rule: (typeof limits)[number], from: string): Promise<string | null> {
  const limit = await ruleAt(reader, rule, from);
  return limit ? dueDate(from, limit.value, await holidaysFrom(reader)) : null;
}

/** Both limits of today, for whoever is about to let one begin. */
export async function currentLimits() {
  const today = todayInHarbin(clock.now());
  const [usual, large] = await Promise.all(limits.map((key) => ruleAt(db(), key, today)));
  return { usual, large };
}

export type Due = { acceptedOn: string | null; dueOn: string | null };

/** Answers of a due date whether it rests on a limit that nobody has compared with its text: unless a verified one gives that very day. */
export async function unverifiedDue(reader: Reader, holidays: HolidayTable): Promise<(due: Due) => boolean> {
  const rules = await listRules(reader);
  return ({ acceptedOn, dueOn }) => acceptedOn !== null && dueOn !== null && !limits.some((key) => {
    const limit = ruleOn(rules, key, acceptedOn);
    return limit?.verified === true && dueDate(acceptedOn, limit.value, holidays) === dueOn;
  });
}
