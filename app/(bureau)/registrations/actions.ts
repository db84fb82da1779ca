"use server";

import { action } from "@/app/_server/action";
import { acceptRegistration } from "@/lib/contracts/registrations/accept";
import { askExperts } from "@/lib/contracts/registrations/ask-experts";
import { cancelRegistration } from "@/lib/contracts/registrations/cancel";
import { changeRegistration } from "@/lib/contracts/registrations/change";
import { recordOpinion } from "@/lib/contracts/registrations/record-opinion";
import { refuseRegistration } from "@/lib/contracts/registrations/refuse";
import { registerContract } from "@/lib/contracts/registrations/register";
import { reverseRegistration } from "@/lib/contracts/registrations/reverse";
import { sendBackRegistration } from "@/lib/contracts/registrations/send-back";

export const accept = action(acceptRegistration, { flash: "registrationAccepted" });
export const sendBack = action(sendBackRegistration, { flash: "registrationSentBack" });
export const register = action(registerContract, { flash: "registrationRegistered" });
export const refuse = action(refuseRegistration, { flash: "registrationRefused" });
export const change = action(changeRegistration, { flash: "registrationChanged" });
export const cancel = action(cancelRegistration, { flash: "registrationCancelled" });
export const reverse = action(reverseRegistration, { flash: "registrationReversed" });
export const consult = action(askExperts, { flash: "sentToExperts" });
export const recordAnswer = action(recordOpinion, { flash: "opinionRecorded" });
