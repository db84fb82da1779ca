import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { counters } from "@/db/schema";
import { clock } from "@/lib/core/clock";
import { todayInHarbin } from "@/lib/core/dates";

/** First letter of a record's number: C 成果, X 需求, D 交易, H 合同. */
export type NumberKind = "C" | "X" | "D" | "H";

/**
 * The next number of its kind and year, such as C-2026-0417 (domain A11): unique, given in order under the
 * counter's row lock, never reused; a rolled-back act leaves no gap, but gaps are allowed.
 */
export async function nextNumber(tx: Tx, kind: NumberKind, count = 1): Promise<string[]> {
  const year = Number(todayInHarbin(clock.now()).slice(0, 4));
  const [row] = await tx
    .insert(counters)
    .values({ kind, year, next: 1 + count })
    .onConflictDoUpdate({ target: [counters.kind, counters.year], set: { next: sql`${counters.next} + ${count}` } })
    .returning({ next: counters.next });
  const first = (row?.next ?? 1 + count) - count;
  return Array.from({ length: count }, (_, i) => `${kind}-${year}-${String(first + i).padStart(4, "0")}`);
}
