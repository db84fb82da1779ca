"use server";

import { action } from "@/app/_server/action";
import { openDeal } from "@/lib/deals/open";
import { declineInterest } from "@/lib/interests/decline";
import { sendInterest } from "@/lib/interests/send";
import { undoDecline as undoInterestDecline } from "@/lib/interests/undo-decline";
import { withdrawInterest } from "@/lib/interests/withdraw";

const slugOf = (form: FormData) => encodeURIComponent(String(form.get("_org") ?? ""));

export const send = action(sendInterest, { flash: "interestSent", then: (_result, form) => `/o/${slugOf(form)}/interests?box=out` });
export const accept = action(openDeal, { flash: "dealOpened", then: (deal, form) => `/o/${slugOf(form)}/deals/${deal.id}` });
export const decline = action(declineInterest, { flash: "interestDeclined" });
export const undoDecline = action(undoInterestDecline, { flash: "declineUndone" });
export const withdraw = action(withdrawInterest, { flash: "interestWithdrawn" });
