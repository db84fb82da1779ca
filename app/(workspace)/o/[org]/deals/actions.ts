"use server";

import { partiesOfForm } from "@/app/_components/deal/parties-of-form";
import { action } from "@/app/_server/action";
import { agreeTerms } from "@/lib/deals/agree-terms";
import { attachDealFile } from "@/lib/deals/attach-file";
import { declineInvitation } from "@/lib/deals/decline-invitation";
import { dismissBroker } from "@/lib/deals/dismiss-broker";
import { dropTerms } from "@/lib/deals/drop-terms";
import { endDeal } from "@/lib/deals/end";
import { inviteBroker } from "@/lib/deals/invite-broker";
import { joinAsBroker } from "@/lib/deals/join-as-broker";
import { leaveDeal } from "@/lib/deals/leave";
import { proposeTerms } from "@/lib/deals/propose-terms";
import { removeDealFile } from "@/lib/deals/remove-file";
import { restoreDealFile } from "@/lib/deals/restore-file";
import { resumeDeal } from "@/lib/deals/resume";
import { sendMessage } from "@/lib/deals/send-message";
import { setNextStep } from "@/lib/deals/set-next-step";
import { signDeal } from "@/lib/deals/sign";

export const say = action(sendMessage);
export const attach = action(attachDealFile, { flash: "fileAttached" });
export const remove = action(removeDealFile, { flash: "paperRemoved" });
export const restore = action(restoreDealFile, { flash: "fileRestored" });
export const planNext = action(setNextStep, { flash: "nextStepSet" });
export const invite = action(inviteBroker, { flash: "brokerInvited" });
export const dismiss = action(dismissBroker, { flash: "brokerDismissed" });
export const join = action(joinAsBroker, { flash: "brokerJoined" });
export const refuseInvitation = action(declineInvitation, { flash: "brokerDeclined", then: () => "/me/deals" });
export const leave = action(leaveDeal, { flash: "brokerLeft", then: () => "/me/deals" });
export const propose = action(proposeTerms, { flash: "termsProposed" });
export const agree = action(agreeTerms, { flash: "termsAgreed", freshOnConflict: true });
export const drop = action(dropTerms, { flash: "termsDropped" });
export const end = action(endDeal, { flash: "dealEnded" });
export const resume = action(resumeDeal, { flash: "dealResumed" });
export const sign = action(signDeal, {
  flash: "dealSigned",
  input: partiesOfForm,
  then: (contract, form) => `/o/${encodeURIComponent(String(form.get("_org") ?? ""))}/contracts/${contract.contractId}`,
});
