"use server";

import { action, type FormState } from "@/app/_server/action";
import { requirePerson } from "@/app/_server/actor";
import { readSessionId } from "@/app/_server/auth";
import { leaveOrganisation } from "@/lib/organisations/leave";
import { agreeToTerms } from "@/lib/users/agree-to-terms";
import { changeProfile } from "@/lib/users/change-profile";
import { getOwnAccount } from "@/lib/users/queries";
import { requestReset } from "@/lib/users/request-reset";
import { requestVerification } from "@/lib/users/request-verification";
import { revokeSessions } from "@/lib/users/revoke-sessions";

export const agree = action(agreeToTerms, { flash: "agreedToTerms" });
export const saveProfile = action(changeProfile, { flash: "saved" });
export const resendVerification = action(requestVerification, { flash: "verificationMailed" });
export const revokeSession = action(revokeSessions, { flash: "sessionsRevoked" });
export const leave = action(leaveOrganisation, { then: () => "/me", flash: "left" });

const reset = action(requestReset, { flash: "resetMailed" });

/** Whose mailbox it is stands in the account, not in the form. */
export async function mailReset(state: FormState, form: FormData): Promise<FormState> {
  form.set("email", (await getOwnAccount(await requirePerson())).email);
  return reset(state, form);
}

const revokeRest = action(revokeSessions, { flash: "sessionsRevoked" });

/** Which session is one's own stands in the cookie, not in the form. */
export async function revokeOthers(state: FormState, form: FormData): Promise<FormState> {
  form.set("keep", (await readSessionId()) ?? "");
  return revokeRest(state, form);
}
