import { db, type Reader } from "@/db/client";
import { dueDate, holidaysFrom, listRules, ruleAt } from "@/lib/codes/queries";
import { ruleOn } from "@/lib/codes/rules";
import { clock } from "@/lib/core/clock";
import { dateInHarbin, todayInHarbin, type HolidayTable } from "@/lib/core/dates";
import type { RegistrationRow } from "../queries";

const limits = ["registration.limit", "registration.limit_large"] as const;

/** Last working day of a limit that began on `from`; null when no such rule holds on that day. */
export async function dueAfter(reader: Reader, rule: (typeof limits)[number], from: string): Promise<string | null> {
  const limit = await ruleAt(reader, rule, from);
  return limit ? dueDate(from, limit.value, await holidaysFrom(reader)) : null;
}

/** The same of the limit that holds for this contract: it is longer for a large one (domain B4, rules `registration.l…`). */
export async function dueOf(reader: Reader, contract: { technicalFen: number }, from: string): Promise<string | null> {
  const large = await ruleAt(reader, "registration.large_threshold", from);
  return dueAfter(reader, large && contract.technicalFen >= large.value ? "registration.limit_large" : "registration.limit", from);
}

/** The day from which the limit counts: after a correction that of the corrected submission, otherwise that of the acceptance (domain B4). */
export function limitFrom({ submittedFrom, submittedAt }: Pick<RegistrationRow, "submittedFrom" | "submittedAt">, acceptedOn: string): string {
  return submittedFrom === "correction" && submittedAt ? dateInHarbin(submittedAt) : acceptedOn;
}

/** Both limits of today, for whoever is about to let one begin. */
export async function currentLimits() {
  const today = todayInHarbin(clock.now());
  const [usual, large] = await Promise.all(limits.map((key) => ruleAt(db(), key, today)));
  return { usual, large };
}

export type Due = Pick<RegistrationRow, "acceptedOn" | "dueOn" | "submittedFrom" | "submittedAt">;

/** Answers of a due date whether it rests on a limit that nobody has compared with its text: unless a verified one gives that very day. */
export async function unverifiedDue(reader: Reader, holidays: HolidayTable): Promise<(due: Due) => boolean> {
  const rules = await listRules(reader);
  return ({ dueOn, acceptedOn, ...submitted }) => {
    const from = limitFrom(submitted, acceptedOn ?? "");
    return from !== "" && dueOn !== null && !limits.some((key) => {
      const limit = ruleOn(rules, key, from);
      return limit?.verified === true && dueDate(from, limit.value, holidays) === dueOn;
    });
  };
}
