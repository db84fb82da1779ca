import type { Reader } from "@/db/client";
import { dueDate, holidaysFrom, ruleAt } from "@/lib/codes/queries";
import { dateInHarbin } from "@/lib/core/dates";
import type { RegistrationRow } from "../queries";

/** Last working day of a limit that began on `from`; null when no such rule holds on that day. */
export async function dueAfter(reader: Reader, rule: "registration.limit" | "registration.limit_large", from: string): Promise<string | null> {
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
