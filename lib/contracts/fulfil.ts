import { command } from "@/lib/command";
import { closeContract } from "./close";
import { closeInput } from "./input";
import { mayCloseContract } from "./policy";
import { getContractFor } from "./queries";

/** What was agreed has been done; either side says so. */
export const fulfilContract = command({
  name: "contract.fulfilled",
  input: closeInput,
  find: (tx, actor, input) => getContractFor(tx, actor, input.contractId),
  allow: mayCloseContract,
  run: (context) => closeContract(context, "fulfilled"),
});
