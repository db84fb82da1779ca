import { command } from "@/lib/command";
import { Conflict } from "@/lib/core/errors";
import { dealInput } from "./input";
import { moveStage } from "./move-stage";
import { mayDecideInDeal } from "./policy";
import { getDealFor } from "./queries";

/** After a signature the talk about new terms comes to nothing: what was signed before stands, and the deal may be completed by it. */
export const dropTerms = command({
  name: "deal.terms_dropped",
  input: dealInput,
  find: (tx, actor, input) => getDealFor(tx, actor, input.dealId, { lock: true }),
  allow: mayDecideInDeal,
  async run({ tx, subject: deal, event }) {
    if (deal.status !== "open" || deal.stage === "signed" || deal.contracts.length === 0) throw new Conflict("deal_moved");
    await moveStage(tx, deal, "signed", event.at);
    return { result: { id: deal.id }, subjects: [{ kind: "deal", id: deal.id }], facts: { ordinal: deal.terms?.ordinal ?? null } };
  },
});
