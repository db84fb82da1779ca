"use server";

import { action } from "@/app/_server/action";
import { changeProfile } from "@/lib/organisations/change-profile";
import { requestVerification } from "@/lib/organisations/request-verification";

export const saveProfile = action(changeProfile, { flash: "saved" });
export const askVerification = action(requestVerification, { flash: "verificationRequested" });
