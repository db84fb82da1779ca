import { tellWriters } from "@/lib/listings/notices";
import type { Recipients } from "@/lib/jobs/notice";

/** Who is told of what happens to an achievement; acts of the owner itself concern nobody else. */
export const recipients: Recipients = {
  "achievement.approved": tellWriters("achievement", { needsAction: false, page: "public" }),
  "achievement.approval_undone": tellWriters("achievement", { needsAction: false, page: "desk" }),
  "achievement.sent_back": tellWriters("achievement", { needsAction: true, mail: true, page: "edit" }),
  "achievement.return_undone": tellWriters("achievement", { needsAction: false, mail: true, page: "desk" }),
  "achievement.refused": tellWriters("achievement", { needsAction: false, mail: true, page: "desk" }),
  "achievement.refusal_undone": tellWriters("achievement", { needsAction: false, mail: true, page: "desk" }),
  "achievement.suspended": tellWriters("achievement", { needsAction: true, mail: true, page: "desk" }),
  "achievement.restored": tellWriters("achievement", { needsAction: false, page: "desk" }),
};
