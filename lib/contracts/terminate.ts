import { command } from "@/lib/command";
import { closeContract } from "./close";
import { closeInput } from "./input";
import { mayCloseContract } from "./policy";
import { getContractFor } from "./queries";

/** The contract has ended before its time. If it is registered, the registrar is asked to cancel it there; only that moves the ledger. */
export const terminateContract = command({
  name: "contract.terminated",
  input: closeInput,
  find: (tx, actor, input) => getContractFor(tx, actor, input.contractId),
  allow: mayCloseContract,
  run: (context) => closeContract(context, "terminated"),
});
