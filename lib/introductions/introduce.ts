import { and, count, eq, gt } from "drizzle-orm";
import { brokers, introductions } from "@/db/schema";
import { command } from "@/lib/command";
import { Conflict, LimitReached } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { getMarketPair } from "./find-pair";
import { introduceInput } from "./input";
import { canWorkMarket } from "./policy";
import { introductionsPerDay } from "./states";

const dayMs = 24 * 3_600_000;

/** A broker recommends a pair to its owners: once per pair, so that nobody is pestered, and never against their word. */
export const introduce = command({
  name: "pair.introduced",
  input: introduceInput,
  find: getMarketPair,
  allow: canWorkMarket,
  async run({ tx, subject: pair, input, event }) {
    // Before the other side's word is asked for: whether it has put the pair aside is kept from the people of this one.
    if (pair.own) throw new Conflict("pair_own");
    if (pair.dismissed) throw new Conflict("pair_put_aside");
    // The broker's row is the lock under which the recommendations of a day are counted.
    await tx.select({ id: brokers.id }).from(brokers).where(eq(brokers.id, pair.brokerId)).for("update");
    const [made] = await tx.select({ n: count() }).from(introductions).where(and(eq(introductions.brokerId, pair.brokerId), gt(introductions.madeAt, new Date(event.at.getTime() - dayMs))));
    if ((made?.n ?? 0) >= introductionsPerDay) throw new LimitReached("too_many_introductions", { max: introductionsPerDay });
    const [row] = await tx.insert(introductions).values({
      id: newId(event.at), brokerId: pair.brokerId, needId: pair.needId, achievementId: pair.achievementId, side: input.side, message: input.message, madeAt: event.at,
    }).onConflictDoNothing().returning({ id: introductions.id });
    if (!row) throw new Conflict("already_introduced");
    const subjects = [{ kind: "broker" as const, id: pair.brokerId }];
    const records = [{ kind: "need" as const, id: pair.needId }, { kind: "achievement" as const, id: pair.achievementId }];
    // A side that is not told does not find it in its timeline either.
    return { result: { id: row.id }, subjects: [...subjects, ...records.filter((one) => input.side === "both" || input.side === one.kind)], facts: { introduction: row.id, side: input.side } };
  },
});
