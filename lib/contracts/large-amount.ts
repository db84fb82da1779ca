import { db, type Reader } from "@/db/client";
import { ruleAt } from "@/lib/codes/queries";
import { clock } from "@/lib/core/clock";
import { dateInHarbin } from "@/lib/core/dates";
import { Invalid } from "@/lib/core/errors";
import { formatMoney } from "@/lib/core/money";

/**
 * The largest amount of one contract that is taken without a question (rule `contract.unquestioned_amount`), or null where no rule is
 * loaded. No law says it, it is the platform's own: 10亿元 is a fortieth of the 400亿元 that
 * the plan has in mind for a whole year, far above any usual contract, and a zero too many on an ordinary large one comes above it.
 */
export async function unquestionedFen(at: Date = clock.now(), reader: Reader = db()): Promise<number | null> {
  return (await ruleAt(reader, "contract.unquestioned_amount", dateInHarbin(at)))?.value ?? null;
}

/** A slip of the keyboard stands on the cockpit for everybody to see: above the limit one says that one has looked again. */
export async function askIfLarge(reader: Reader, fen: number | undefined, knowingLarge: boolean | undefined, at: Date): Promise<void> {
  if (fen === undefined || knowingLarge) return;
  const limit = await unquestionedFen(at, reader);
  if (limit !== null && fen > limit) throw new Invalid({ knowingLarge: { code: "amount_large", values: { limit: formatMoney(limit) } } });
}
