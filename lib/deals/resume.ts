import { and, eq } from "drizzle-orm";
import { deals } from "@/db/schema";
import { command } from "@/lib/command";
import { clock } from "@/lib/core/clock";
import { Conflict } from "@/lib/core/errors";
import { resumeDisclosures } from "@/lib/listings/disclose";
import { dealInput } from "./input";
import { assertMayBegin, assertOffered } from "./obstacle";
import { passOnPlaces } from "./places";
import { canResumeDeal, mayDecideInDeal } from "./policy";
import { getDealFor } from "./queries";

/** Who ended the talks takes them up again: where they stood, with what was disclosed through them. The other side may end them in turn. */
export const resumeDeal = command({
  name: "deal.resumed",
  input: dealInput,
  find: (tx, actor, input) => getDealFor(tx, actor, input.dealId, { lock: true }),
  allow: mayDecideInDeal,
  async run({ tx, actor, subject: deal, event }) {
    if (!canResumeDeal(actor, deal, clock.now()) || !deal.endedAt) throw new Conflict("deal_not_resumable");
    await assertOffered(tx, [deal.achievementId, deal.needId]);
    await assertMayBegin(tx, deal);
    const [open] = await tx.update(deals).set({ status: "open", endedAt: null, endReason: null, endNote: null, endedSide: null })
      .where(and(eq(deals.id, deal.id), eq(deals.status, "ended"))).returning({ id: deals.id });
    if (!open) throw new Conflict("deal_moved");
    await resumeDisclosures(tx, deal.id, deal.endedAt);
    await passOnPlaces(tx, deal, event.at);
    return { result: { id: deal.id }, subjects: [{ kind: "deal", id: deal.id }] };
  },
});
