import { and, eq } from "drizzle-orm";
import { contracts } from "@/db/schema";
import { command } from "@/lib/command";
import { Conflict } from "@/lib/core/errors";
import { correctInput } from "./input";
import { canCorrectContract } from "./policy";
import { getContractFor } from "./queries";

/** The seller mends the record while the registrar does not hold it. Its parties stay: they are a snapshot of the signing. */
export const correctContract = command({
  name: "contract.corrected",
  input: correctInput,
  find: (tx, actor, input) => getContractFor(tx, actor, input.contractId),
  allow: canCorrectContract,
  async run({ tx, subject: contract, input }) {
    const { contractId, ...values } = input;
    const [corrected] = await tx.update(contracts).set(values).where(and(eq(contracts.id, contractId), eq(contracts.status, contract.status))).returning({ id: contracts.id });
    if (!corrected) throw new Conflict();
    return { result: { id: contract.id }, subjects: [{ kind: "contract", id: contract.id }], facts: { totalFen: input.totalFen, technicalFen: input.technicalFen } };
  },
});
