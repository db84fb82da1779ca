import { eq } from "drizzle-orm";
import { deals } from "@/db/schema";
import { command } from "@/lib/command";
import { nextStepInput } from "./input";
import { todayInHarbin } from "@/lib/core/dates";
import { Invalid } from "@/lib/core/errors";
import { canSetNextStep } from "./policy";
import { getDealFor } from "./queries";

/** Who does what until when, in the parties' own words. */
export const setNextStep = command({
  name: "deal.next_step_set",
  input: nextStepInput,
  find: (tx, actor, input) => getDealFor(tx, actor, input.dealId, { lock: true }),
  allow: canSetNextStep,
  async run({ tx, subject: deal, input, event }) {
    if (input.nextDue && input.nextDue < todayInHarbin(event.at)) throw new Invalid({ nextDue: { code: "past_date" } });
    await tx.update(deals).set({ nextStep: input.nextStep, nextSide: input.nextSide, nextDue: input.nextDue }).where(eq(deals.id, deal.id));
    return { result: { id: deal.id }, subjects: [{ kind: "deal", id: deal.id }], facts: { side: input.nextSide, due: input.nextDue } };
  },
});
