import { eq, sql } from "drizzle-orm";
import { contracts, deals, registrations } from "@/db/schema";
import { command } from "@/lib/command";
import { userIdOf } from "@/lib/core/actor";
import { dateInHarbin } from "@/lib/core/dates";
import { Conflict } from "@/lib/core/errors";
import { getContractFor } from "../queries";
import { isStanding } from "../states";
import { dueOf } from "./due-after";
import { registrationInput } from "./input";
import { moveRegistration, registrationSubjects, setDue } from "./move";
import { mayFileRegistration } from "./policy";
import type { SellerStatus } from "./states";

/** The seller hands the contract to the registrar; after a correction the limit starts anew with it (domain B4). */
export const submitRegistration = command({
  name: "registration.submitted",
  input: registrationInput,
  find: (tx, actor, input) => getContractFor(tx, actor, input.contractId),
  allow: mayFileRegistration,
  async run({ tx, actor, subject: contract, event }) {
    if (!isStanding(contract.status) || contract.dealEnded) throw new Conflict("contract_closed");
    const submitted = await moveRegistration(tx, contract, "submitted", { submittedAt: event.at, submittedBy: userIdOf(actor), dueOn: null, submittedFrom: sql<SellerStatus>`${registrations.status}` });
    if (submitted.submittedFrom === "correction") await setDue(tx, contract, await dueOf(tx, contract, dateInHarbin(event.at)));
    // Read again under the lock: the deal may have ended meanwhile, and the contract with it.
    const [standing] = await tx.select({ status: contracts.status, deal: deals.status }).from(contracts).leftJoin(deals, eq(deals.id, contracts.dealId)).where(eq(contracts.id, contract.id));
    if (!standing || !isStanding(standing.status) || standing.deal === "ended") throw new Conflict("contract_closed");
    return { result: { contractId: contract.id }, subjects: registrationSubjects(contract) };
  },
});
