"use server";

import { action, formToObject } from "@/app/_server/action";
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
import { resumeDeal } from "@/lib/deals/resume";
import { sendMessage } from "@/lib/deals/send-message";
import { setNextStep } from "@/lib/deals/set-next-step";
import { signDeal } from "@/lib/deals/sign";

export const say = action(sendMessage);
export const attach = action(attachDealFile, { flash: "fileAttached" });
export const remove = action(removeDealFile, { flash: "fileRemoved" });
export const planNext = action(setNextStep, { flash: "nextStepSet" });
export const invite = action(inviteBroker, { flash: "brokerInvited" });
export const dismiss = action(dismissBroker, { flash: "brokerDismissed" });
export const join = action(joinAsBroker, { flash: "brokerJoined" });
export const refuseInvitation = action(declineInvitation, { flash: "brokerDeclined", then: () => "/me/deals" });
export const leave = action(leaveDeal, { flash: "brokerLeft", then: () => "/me/deals" });
export const propose = action(proposeTerms, { flash: "termsProposed" });
export const agree = action(agreeTerms, { flash: "termsAgreed" });
export const drop = action(dropTerms, { flash: "termsDropped" });
export const end = action(endDeal, { flash: "dealEnded" });
export const resume = action(resumeDeal, { flash: "dealResumed" });
export const sign = action(signDeal, {
  flash: "dealSigned",
  input: withCoParties,
  then: (contract, form) => `/o/${encodeURIComponent(String(form.get("_org") ?? ""))}/contracts/${contract.contractId}`,
});

const shared = { name: "name", creditCode: "creditCode", nature: "nature", place: "place", share: "shareBasisPoints" } as const;
type CoParty = Partial<Record<keyof typeof shared, string>>;

/** Further parties of both sides. Their shares are typed in per cent and leave the rest to the deal's own organisation. */
function withCoParties(form: FormData): Record<string, unknown> {
  const { coSellers, coBuyers, sellerId, buyerId, ...rest } = formToObject(form);
  return { ...rest, ...parties("sellers", coSellers, sellerId), ...parties("buyers", coBuyers, buyerId) };

  function parties(side: "sellers" | "buyers", rows: unknown, organisationId: unknown) {
    const others = (Array.isArray(rows) ? (rows as CoParty[]) : []).filter((row) => row.name?.trim() || row.share?.trim());
    if (others.length === 0) return {};
    const basisPoints = others.map((row) => Math.round(Number((row.share ?? "").normalize("NFKC").replace("%", "")) * 100));
    // Sentences about a party name its column as the form does; the first party is the deal's own.
    for (const [index] of others.entries())
      for (const [column, field] of Object.entries(shared)) form.set(`_label.${side}.${index + 1}.${field}`, String(form.get(`_label.${side}.${column}`) ?? ""));
    return {
      [side]: [
        { organisationId, shareBasisPoints: 10_000 - basisPoints.reduce((sum, one) => sum + (one || 0), 0) },
        ...others.map((row, index) => ({ name: row.name, creditCode: row.creditCode, nature: row.nature, place: row.place, shareBasisPoints: basisPoints[index] })),
      ],
    };
  }
}
