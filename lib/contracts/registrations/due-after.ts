import type { Reader } from "@/db/client";
import { dueDate, holidaysFrom, ruleAt } from "@/lib/codes/queries";

/** Last working day of a limit that began on `from`; null when no such rule holds on that day. */
export async function dueAfter(reader: Reader, rule: "registration.limit" | "registration.limit_large", from: string): Promise<string | null> {
  const limit = await ruleAt(reader, rule, from);
  return limit ? dueDate(from, limit.value, await holidaysFrom(reader)) : null;
}
