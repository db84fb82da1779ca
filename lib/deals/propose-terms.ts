import { isDeepStrictEqual } from "node:util";
import { dealTerms } from "@/db/schema";
import { command } from "@/lib/command";
import { Conflict, Forbidden } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { proposeTermsInput } from "./input";
import { moveStage } from "./move-stage";
import { canProposeTerms, sideOf } from "./policy";
import { getDealFor } from "./queries";

/** A new version of the whole sheet. The proposing side agrees to it by proposing it. One that changes nothing would only ask the other side again. */
export const proposeTerms = command({
  name: "deal.terms_proposed",
  input: proposeTermsInput,
  find: (tx, actor, input) => getDealFor(tx, actor, input.dealId, { lock: true }),
  allow: canProposeTerms,
  async run({ tx, actor, subject: deal, input, event }) {
    const side = sideOf(actor, deal);
    if (!side || actor.kind !== "person") throw new Forbidden();
    const { dealId, other, ...rest } = input;
    const content = { ...rest, other: other ?? "" }, last = deal.terms;
    // After a contract the same terms may be agreed on again, for another one.
    if (last && deal.stage !== "signed" && isDeepStrictEqual(content, last.content)) throw new Conflict("terms_unchanged", { n: last.ordinal });
    const ordinal = (last?.ordinal ?? 0) + 1;
    await tx.insert(dealTerms).values({ id: newId(event.at), dealId, ordinal, content, proposedSide: side, proposedBy: actor.userId, proposedAt: event.at });
    await moveStage(tx, deal, "terms", event.at);
    return { result: { ordinal }, subjects: [{ kind: "deal", id: deal.id }], facts: { ordinal, side } };
  },
});
