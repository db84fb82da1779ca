import { tellWriters } from "@/lib/listings/notices";
import type { Recipients } from "@/lib/jobs/notice";

/** Who is told of what happens to a need; acts of the owner itself concern nobody else. */
export const recipients: Recipients = {
  "need.approved": tellWriters("need", { needsAction: false, page: "public" }),
  "need.approval_undone": tellWriters("need", { needsAction: false, page: "desk" }),
  "need.sent_back": tellWriters("need", { needsAction: true, mail: true, page: "edit" }),
  "need.return_undone": tellWriters("need", { needsAction: false, mail: true, page: "desk" }),
  "need.refused": tellWriters("need", { needsAction: false, mail: true, page: "desk" }),
  "need.refusal_undone": tellWriters("need", { needsAction: false, mail: true, page: "desk" }),
  "need.suspended": tellWriters("need", { needsAction: true, mail: true, page: "desk" }),
  "need.restored": tellWriters("need", { needsAction: false, page: "desk" }),
};
