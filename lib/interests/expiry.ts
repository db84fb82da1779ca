import type { Reader } from "@/db/client";
import { dueDate, holidaysFrom, ruleAt } from "@/lib/codes/queries";
import { dateInHarbin, endOfDayInHarbin } from "@/lib/core/dates";

/** When an unanswered interest lapses: the end of the last day that the rule `interest.expiry` gives; 10 working days where no rule is loaded. */
export async function expiresAt(reader: Reader, sentAt: Date): Promise<Date> {
  const sentOn = dateInHarbin(sentAt);
  const rule = await ruleAt(reader, "interest.expiry", sentOn);
  return endOfDayInHarbin(dueDate(sentOn, rule?.value ?? { days: 10, calendar: "working" }, await holidaysFrom(reader)));
}
