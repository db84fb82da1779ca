import { and, eq } from "drizzle-orm";
import { deals } from "@/db/schema";
import { command } from "@/lib/command";
import { terminateWithDeal } from "@/lib/contracts/close";
import { Conflict } from "@/lib/core/errors";
import { endDisclosures } from "@/lib/listings/disclose";
import { endInput } from "./input";
import { mayDecideInDeal, sideOf } from "./policy";
import { getDealFor } from "./queries";
import { isClosed } from "./rules";

/** Either side ends the talks, with a coded reason; also after the registrar has refused what was signed. What was disclosed through this deal closes again. */
export const endDeal = command({
  name: "deal.ended",
  input: endInput,
  find: (tx, actor, input) => getDealFor(tx, actor, input.dealId, { lock: true }),
  allow: mayDecideInDeal,
  async run({ tx, actor, subject: deal, input, event }) {
    if (!deal.contracts.every(isClosed)) throw new Conflict("contract_stands");
    const [ended] = await tx.update(deals).set({ status: "ended", endedAt: event.at, endReason: input.reason, endNote: input.note, endedSide: sideOf(actor, deal) })
      .where(and(eq(deals.id, deal.id), eq(deals.status, "open"))).returning({ id: deals.id });
    if (!ended) throw new Conflict("deal_moved");
    await endDisclosures(tx, deal.id, event.at);
    const signed = deal.contracts.map((one) => one.id);
    await terminateWithDeal(tx, signed, { note: input.note ?? "", actor, event });
    return { result: { id: deal.id }, subjects: [{ kind: "deal", id: deal.id }, ...signed.map((id) => ({ kind: "contract" as const, id }))], facts: { reason: input.reason } };
  },
});
