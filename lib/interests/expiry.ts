import { db, type Reader } from "@/db/client";
import type { DayLimit } from "@/lib/codes/rules";
import { dueDate, holidaysFrom, ruleOrShipped } from "@/lib/codes/queries";
import { clock } from "@/lib/core/clock";
import { dateInHarbin, endOfDayInHarbin } from "@/lib/core/dates";

/** When an unanswered interest lapses: the end of the last day that the rule `interest.expiry` gives. */
export async function expiresAt(reader: Reader, sentAt: Date): Promise<Date> {
  const sentOn = dateInHarbin(sentAt);
  return endOfDayInHarbin(dueDate(sentOn, (await ruleOrShipped(reader, "interest.expiry", sentOn)).value, await holidaysFrom(reader)));
}

/** The limit of today, for the sentence beside the form. */
export async function currentExpiry(): Promise<DayLimit> {
  return (await ruleOrShipped(db(), "interest.expiry", dateInHarbin(clock.now()))).value;
}
