import { and, eq, isNull } from "drizzle-orm";
import { dealTerms } from "@/db/schema";
import { command } from "@/lib/command";
import { userIdOf } from "@/lib/core/actor";
import { Conflict } from "@/lib/core/errors";
import { agreeInput } from "./input";
import { moveStage } from "./move-stage";
import { mayAgreeTerms } from "./policy";
import { getDealFor } from "./queries";

/** The other side agrees to exactly the version it has read. */
export const agreeTerms = command({
  name: "deal.terms_agreed",
  input: agreeInput,
  find: (tx, actor, input) => getDealFor(tx, actor, input.dealId, { lock: true }),
  allow: mayAgreeTerms,
  async run({ tx, actor, subject: deal, input, event }) {
    if (deal.status !== "open" || deal.stage !== "terms" || deal.terms?.ordinal !== input.ordinal) throw new Conflict("terms_changed");
    const [agreed] = await tx.update(dealTerms).set({ agreedBy: userIdOf(actor), agreedAt: event.at })
      .where(and(eq(dealTerms.dealId, deal.id), eq(dealTerms.ordinal, input.ordinal), isNull(dealTerms.agreedAt))).returning({ id: dealTerms.id });
    if (!agreed) throw new Conflict("terms_changed");
    await moveStage(tx, deal, "signing", event.at);
    return { result: { ordinal: input.ordinal }, subjects: [{ kind: "deal", id: deal.id }], facts: { ordinal: input.ordinal } };
  },
});
