"use server";

import { action } from "@/app/_server/action";
import { changeRoles } from "@/lib/organisations/change-roles";
import { inviteMember } from "@/lib/organisations/invite-member";
import { restoreOrganisation } from "@/lib/organisations/restore";
import { revokeInvitation } from "@/lib/organisations/revoke-invitation";
import { sendBackOrganisation } from "@/lib/organisations/send-back";
import { suspendOrganisation } from "@/lib/organisations/suspend";
import { verifyOrganisation } from "@/lib/organisations/verify";

export const verify = action(verifyOrganisation, { then: () => "/operations/organisations?state=pending", flash: "organisationVerified" });
export const sendBack = action(sendBackOrganisation, { then: () => "/operations/organisations?state=pending", flash: "organisationSentBack" });
export const suspend = action(suspendOrganisation, { flash: "suspended" });
export const appoint = action(changeRoles, { flash: "rolesChanged" });
export const invite = action(inviteMember, { flash: "invited" });
export const revoke = action(revokeInvitation, { flash: "invitationRevoked" });
export const restore = action(restoreOrganisation, { flash: "restored" });
