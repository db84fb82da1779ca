import { db, type Reader } from "@/db/client";
import { ruleAt } from "@/lib/codes/queries";
import { clock } from "@/lib/core/clock";
import { addDays, dateInHarbin, todayInHarbin, type PlainDate } from "@/lib/core/dates";

/** The last day on which an import can be taken back as a whole, by the rule of that day, and its number of days; null where no rule limits it. */
export async function undoLimit(reader: Reader, { confirmedAt }: { confirmedAt: Date | null }, today: PlainDate): Promise<{ last: PlainDate; days: number } | null> {
  const limit = confirmedAt ? await ruleAt(reader, "import.undo_days", today) : null;
  return limit && confirmedAt ? { last: addDays(dateInHarbin(confirmedAt), limit.value), days: limit.value } : null;
}

/** For the question before an import: for how many days it will be possible; null without a limit. */
export async function undoDays(): Promise<number | null> {
  return (await ruleAt(db(), "import.undo_days", todayInHarbin(clock.now())))?.value ?? null;
}

/** The day with which that ended, if it is over; null while it can be taken back. */
export async function undoEnded(file: { confirmedAt: Date | null }): Promise<PlainDate | null> {
  const today = todayInHarbin(clock.now()), limit = await undoLimit(db(), file, today);
  return limit && today > limit.last ? limit.last : null;
}
