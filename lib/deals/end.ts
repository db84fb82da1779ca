import { and, eq } from "drizzle-orm";
import { deals } from "@/db/schema";
import { command } from "@/lib/command";
import { Conflict } from "@/lib/core/errors";
import { endDisclosures } from "@/lib/listings/disclose";
import { endInput } from "./input";
import { mayDecideInDeal } from "./policy";
import { getDealFor } from "./queries";

/** Either side ends the talks, with a coded reason. What was disclosed through this deal closes again. */
export const endDeal = command({
  name: "deal.ended",
  input: endInput,
  find: (tx, actor, input) => getDealFor(tx, actor, input.dealId, { lock: true }),
  allow: mayDecideInDeal,
  async run({ tx, subject: deal, input, event }) {
    if (deal.stage === "signed") throw new Conflict("deal_moved");
    const [ended] = await tx.update(deals).set({ status: "ended", endedAt: event.at, endReason: input.reason, endNote: input.note })
      .where(and(eq(deals.id, deal.id), eq(deals.status, "open"))).returning({ id: deals.id });
    if (!ended) throw new Conflict("deal_moved");
    await endDisclosures(tx, deal.id, event.at);
    return { result: { id: deal.id }, subjects: [{ kind: "deal", id: deal.id }], facts: { reason: input.reason } };
  },
});
