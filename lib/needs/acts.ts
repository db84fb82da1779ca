import { bureauActs } from "@/lib/listings/bureau-acts";
import { withdrawInput } from "@/lib/listings/input";
import { movingAct } from "@/lib/listings/moving-act";
import { ownerActs } from "@/lib/listings/owner-acts";

export const { answerRemark, attachFile, discard, discardRevision, recover, relist, removeFile, revise, withdraw, withdrawSubmission } = ownerActs("need");
export const { approve, refuse, restore, sendBack, suspend, undoApproval, undoRefusal, undoReturn } = bureauActs("need");

/** Solved, or no longer wanted. */
export const close = movingAct("need", "close", { name: "need.closed", input: withdrawInput });

export const reopen = movingAct("need", "reopen", { name: "need.reopened" });
