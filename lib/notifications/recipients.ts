import { eventNames, type EventName } from "@/lib/events/names";
import { recipients as achievements } from "@/lib/achievements/notify";
import { recipients as brokers } from "@/lib/brokers/notify";
import { recipients as registrations } from "@/lib/contracts/registrations/notify";
import { recipients as deals } from "@/lib/deals/notify";
import { recipients as introductions } from "@/lib/introductions/notify";
import { recipients as digests } from "@/lib/digests/notify";
import { recipients as interests } from "@/lib/interests/notify";
import { recipients as imports } from "@/lib/contracts/imports/notify";
import { recipients as needs } from "@/lib/needs/notify";
import { recipients as organisations } from "@/lib/organisations/notify";
import { recipients as users } from "@/lib/users/notify";
import type { Notice, Recipients } from "@/lib/jobs/notice";

const rooms: Recipients[] = [achievements, needs, brokers, users, organisations, interests, introductions, digests, deals, registrations, imports];

/** Of one event several rooms may have somebody to tell. Everybody is told once: of two sentences for one person the first stands. */
export const recipients: Recipients = Object.fromEntries(eventNames.flatMap((name) => {
  const tellings = rooms.flatMap((room) => room[name] ?? []);
  if (tellings.length === 0) return [];
  const tell: NonNullable<Recipients[EventName]> = async (tx, event) => {
    const notices: Notice[] = [];
    for (const telling of tellings) notices.push(...(await telling(tx, event)));
    return notices.filter((notice, at) => notices.findIndex((one) => one.userId === notice.userId) === at);
  };
  return [[name, tell]];
}));

/** Decided: these tell nobody. Every event name stands either here or in a room's notify.ts (recipients.test.ts). */
export const nobody: readonly EventName[] = [
  "user.registered", "user.email_verified", "user.reset_requested", "user.password_reset", "user.verification_requested",
  "user.profile_changed", "user.sessions_revoked", "user.agreed_to_terms", "organisation.created", "broker.profile_changed", "member.invited", "member.invitation_revoked", "member.join_withdrawn",
  "achievement.drafted", "achievement.edited", "achievement.submission_withdrawn", "achievement.revision_started", "achievement.revision_discarded",
  "achievement.withdrawn", "achievement.relisted", "achievement.discarded", "achievement.recovered", "achievement.remark_answered", "achievement.file_attached", "achievement.file_removed",
  "need.drafted", "need.edited", "need.submission_withdrawn", "need.revision_started", "need.revision_discarded", "need.withdrawn", "need.relisted", "need.discarded", "need.recovered",
  "need.closed", "need.reopened", "need.remark_answered", "need.file_attached", "need.file_removed",
  // The queue is where reviews wait; telling every reviewer of each would be a flood.
  "achievement.submitted", "need.submitted", "review.claimed", "review.released",
  "match.dismissed", "match.dismissal_undone", "reading.term_corrected", "reading.correction_undone", "reading.place_adopted",
  "dictionary.entry_added", "dictionary.entry_changed", "dictionary.entry_retired", "dictionary.entry_restored", "dictionary.sample_added", "dictionary.sample_removed",
  "dictionary.edition_requested", "dictionary.edition_applied", "dictionary.edition_failed", "pair.marked", "pair.mark_undone",
  // What one keeps for oneself.
  "digest.settings_changed", "search.saved", "search.changed", "search.paused", "search.resumed", "search.removed", "search.restored",
  "target.set", "target.withdrawn", "indicator.reported", "indicator.report_withdrawn", "rule.corrected",
  "mail.sending_requested",
  // The parties hear of the reversal itself.
  "deal.reopened",
];
