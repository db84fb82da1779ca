"use server";

import { partiesOfForm } from "@/app/_components/deal/parties-of-form";
import { action } from "@/app/_server/action";
import { undoClosing as undoContractClosing } from "@/lib/contracts/undo-closing";
import { fulfilContract } from "@/lib/contracts/fulfil";
import { submitRegistration } from "@/lib/contracts/registrations/submit";
import { withdrawRegistration } from "@/lib/contracts/registrations/withdraw";
import { terminateContract } from "@/lib/contracts/terminate";
import { correctContract } from "@/lib/deals/correct-contract";
import { takeBackContract } from "@/lib/deals/take-back-contract";

export const correct = action(correctContract, { flash: "contractCorrected", input: partiesOfForm });
export const submit = action(submitRegistration, { flash: "registrationSubmitted" });
export const withdraw = action(withdrawRegistration, { flash: "registrationWithdrawn" });
export const fulfil = action(fulfilContract, { flash: "contractFulfilled" });
export const terminate = action(terminateContract, { flash: "contractTerminated" });
export const undoClosing = action(undoContractClosing, { flash: "closingUndone" });
export const takeBack = action(takeBackContract, {
  flash: "contractTakenBack",
  then: (gone, form) => `/o/${encodeURIComponent(String(form.get("_org") ?? ""))}/deals/${gone.dealId}?tab=contract`,
});
