import { and, eq, gt, inArray } from "drizzle-orm";
import { contracts, deals } from "@/db/schema";
import { command } from "@/lib/command";
import { earliestDate } from "@/lib/core/dates";
import { Conflict } from "@/lib/core/errors";
import { contractInput } from "./input";
import { mayCloseContract, undoClosingDays } from "./policy";
import { getContractFor } from "./queries";
import { registrationSubjects } from "./registrations/move";

/** What was said to be done or given up was not: for some days either side may say so. What went with an ended deal stays ended. */
export const undoClosing = command({
  name: "contract.closing_undone",
  input: contractInput,
  find: (tx, actor, input) => getContractFor(tx, actor, input.contractId),
  allow: mayCloseContract,
  async run({ tx, subject: contract, event }) {
    // Held and read again: a deal that ends at this moment, because nothing in it stands any more, must not be left with a contract that does.
    const [deal] = contract.dealId ? await tx.select({ status: deals.status }).from(deals).where(eq(deals.id, contract.dealId)).for("update") : [];
    if (deal?.status === "ended") throw new Conflict("deal_ended");
    // The database takes no day before it for a contract that stands (migration 0015), however old the row is.
    if ([contract.signedOn, contract.startsOn, contract.endsOn].some((day) => day !== null && day < earliestDate)) throw new Conflict("closing_dates");
    const [back] = await tx.update(contracts).set({ status: "signed", closedOn: null, closingNote: null, closedBy: null, closedAt: null })
      .where(and(eq(contracts.id, contract.id), inArray(contracts.status, ["fulfilled", "terminated"]), gt(contracts.closedAt, new Date(event.at.getTime() - undoClosingDays * 86_400_000)))).returning({ id: contracts.id });
    if (!back) throw new Conflict("closing_settled", { days: undoClosingDays });
    return { result: { id: contract.id }, subjects: registrationSubjects(contract), facts: { was: contract.status } };
  },
});
