"use server";

import { action, formToObject } from "@/app/_server/action";
import { agreeTerms } from "@/lib/deals/agree-terms";
import { attachDealFile } from "@/lib/deals/attach-file";
import { declineInvitation } from "@/lib/deals/decline-invitation";
import { endDeal } from "@/lib/deals/end";
import { inviteBroker } from "@/lib/deals/invite-broker";
import { joinAsBroker } from "@/lib/deals/join-as-broker";
import { leaveDeal } from "@/lib/deals/leave";
import { proposeTerms } from "@/lib/deals/propose-terms";
import { removeDealFile } from "@/lib/deals/remove-file";
import { sendMessage } from "@/lib/deals/send-message";
import { setNextStep } from "@/lib/deals/set-next-step";
import { signDeal } from "@/lib/deals/sign";

export const say = action(sendMessage);
export const attach = action(attachDealFile, { flash: "fileAttached" });
export const remove = action(removeDealFile, { flash: "fileRemoved" });
export const planNext = action(setNextStep, { flash: "nextStepSet" });
export const invite = action(inviteBroker, { flash: "brokerInvited" });
export const join = action(joinAsBroker, { flash: "brokerJoined" });
export const refuseInvitation = action(declineInvitation, { flash: "brokerDeclined", then: () => "/me/deals" });
export const leave = action(leaveDeal, { flash: "brokerLeft", then: () => "/me/deals" });
export const propose = action(proposeTerms, { flash: "termsProposed" });
export const agree = action(agreeTerms, { flash: "termsAgreed" });
export const end = action(endDeal, { flash: "dealEnded" });
export const sign = action(signDeal, {
  flash: "dealSigned",
  input: (form) => withCoSeller(formToObject(form)),
  then: (contract, form) => `/o/${encodeURIComponent(String(form.get("_org") ?? ""))}/contracts/${contract.contractId}`,
});

/** The form knows one further seller; its share is typed in per cent and leaves the rest to the deal's own side. */
function withCoSeller(typed: Record<string, unknown>): Record<string, unknown> {
  const { coSellerName, coSellerCode, coSellerDistrict, coSellerShare, sellerId, ...rest } = typed;
  if (typeof coSellerName !== "string" || coSellerName.trim() === "") return rest;
  const share = Math.round(Number(String(coSellerShare).normalize("NFKC")) * 100);
  return {
    ...rest,
    sellers: [
      { organisationId: sellerId, districtCode: rest.sellerDistrict, shareBasisPoints: 10_000 - share },
      { name: coSellerName, creditCode: coSellerCode, districtCode: coSellerDistrict, shareBasisPoints: share },
    ],
  };
}
