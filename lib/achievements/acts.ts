import { bureauActs } from "@/lib/listings/bureau-acts";
import { ownerActs } from "@/lib/listings/owner-acts";

export const { answerRemark, attachFile, discard, discardRevision, recover, relist, removeFile, revise, withdraw, withdrawSubmission } = ownerActs("achievement");
export const { approve, refuse, restore, sendBack, suspend, undoApproval, undoRefusal, undoReturn } = bureauActs("achievement");
