import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { deals } from "@/db/schema";
import { holidaysFrom, ruleAt } from "@/lib/codes/queries";
import { clock } from "@/lib/core/clock";
import { dateInHarbin, daysBetween, todayInHarbin, workingDaysBetween } from "@/lib/core/dates";
import type { Turn } from "./rules";
import type { DealStatus } from "./states";

/** When anything last happened in a deal: a message, a paper and a term are steps as well as a stage. */
export const lastMoved = sql<Date>`coalesce((select max(e.event_at) from event_subjects e where e.kind = 'deal' and e.subject_id = "deals"."id"), "deals"."stage_since")`.mapWith(deals.stageSince);

/** Says of open deals for how many days nobody has touched them, from the days of rule `deal.stale` on; null before, and of those that the bureau works on. */
export async function staleness(reader: Reader): Promise<(deal: { status: DealStatus; turn: Turn; movedAt: Date }) => number | null> {
  const today = todayInHarbin(clock.now());
  const limit = (await ruleAt(reader, "deal.stale", today))?.value;
  const holidays = limit?.calendar === "working" ? await holidaysFrom(reader) : null;
  return ({ status, turn, movedAt }) => {
    if (!limit || status !== "open" || turn.who === "bureau" || turn.who === "nobody") return null;
    const moved = dateInHarbin(movedAt), days = holidays ? workingDaysBetween(moved, today, holidays) : daysBetween(moved, today);
    return days >= limit.days ? days : null;
  };
}
