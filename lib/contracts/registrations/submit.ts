import { and, eq } from "drizzle-orm";
import { contracts } from "@/db/schema";
import { command } from "@/lib/command";
import { userIdOf } from "@/lib/core/actor";
import { Conflict } from "@/lib/core/errors";
import { getContractFor } from "../queries";
import { registrationInput } from "./input";
import { moveRegistration, registrationSubjects } from "./move";
import { mayFileRegistration } from "./policy";

/** The seller hands the contract to the registrar; after a correction the limit starts anew. */
export const submitRegistration = command({
  name: "registration.submitted",
  input: registrationInput,
  find: (tx, actor, input) => getContractFor(tx, actor, input.contractId),
  allow: mayFileRegistration,
  async run({ tx, actor, subject: contract, event }) {
    if (contract.status !== "signed") throw new Conflict("contract_closed");
    await moveRegistration(tx, contract, "submitted", { submittedAt: event.at, submittedBy: userIdOf(actor), dueOn: null });
    // Read again under the lock: the deal may have ended meanwhile, and the contract with it.
    const standing = await tx.$count(contracts, and(eq(contracts.id, contract.id), eq(contracts.status, "signed")));
    if (standing === 0) throw new Conflict("contract_closed");
    return { result: { contractId: contract.id }, subjects: registrationSubjects(contract) };
  },
});
