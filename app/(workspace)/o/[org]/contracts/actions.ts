"use server";

import { action } from "@/app/_server/action";
import { correctContract } from "@/lib/contracts/correct";
import { submitRegistration } from "@/lib/contracts/registrations/submit";
import { withdrawRegistration } from "@/lib/contracts/registrations/withdraw";

export const correct = action(correctContract, { flash: "contractCorrected" });
export const submit = action(submitRegistration, { flash: "registrationSubmitted" });
export const withdraw = action(withdrawRegistration, { flash: "registrationWithdrawn" });
