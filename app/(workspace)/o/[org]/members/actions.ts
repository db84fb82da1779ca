"use server";

import { action, formToObject } from "@/app/_server/action";
import { acceptJoin } from "@/lib/organisations/accept-join";
import { changeRoles } from "@/lib/organisations/change-roles";
import { declineJoin } from "@/lib/organisations/decline-join";
import { inviteMember } from "@/lib/organisations/invite-member";
import { leaveOrganisation } from "@/lib/organisations/leave";
import { removeMember } from "@/lib/organisations/remove-member";
import { revokeInvitation } from "@/lib/organisations/revoke-invitation";

export const invite = action(inviteMember, { input: formToObject, flash: "invited" });
export const revoke = action(revokeInvitation, { flash: "invitationRevoked" });
export const accept = action(acceptJoin, { flash: "joinAccepted" });
export const decline = action(declineJoin, { flash: "joinDeclined" });
export const setRoles = action(changeRoles, { flash: "rolesChanged" });
export const remove = action(removeMember, { flash: "memberRemoved" });
export const leave = action(leaveOrganisation, { then: () => "/me", flash: "left" });
