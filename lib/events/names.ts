/**
 * Every way the world can change, as verbs of the trade. Closed: a new name does not compile until
 * `lib/notifications/audience.ts` says who is told and `lib/worker/registry.ts` who follows it.
 */
export const eventNames = [
  "user.registered", "user.email_verified", "user.reset_requested", "user.password_reset", "user.verification_requested",
  "user.suspended", "user.restored", "user.operator_granted", "user.operator_revoked", "user.profile_changed", "user.sessions_revoked", "user.agreed_to_terms",
  "organisation.created", "organisation.profile_changed", "organisation.verification_requested", "organisation.verified", "organisation.verification_sent_back",
  "organisation.suspended", "organisation.restored", "organisation.dishonesty_marked", "organisation.dishonesty_ended",
  "member.invited", "member.invitation_revoked", "member.invitation_accepted", "member.join_requested", "member.join_accepted", "member.join_declined", "member.join_withdrawn",
  "member.roles_changed", "member.removed", "member.left",
  "broker.applied", "broker.approved", "broker.sent_back", "broker.suspended", "broker.restored", "broker.agency_left", "broker.profile_changed",
  "achievement.drafted", "achievement.edited", "achievement.submitted", "achievement.submission_withdrawn", "achievement.approved", "achievement.approval_undone", "achievement.sent_back", "achievement.return_undone",
  "achievement.refused", "achievement.refusal_undone", "achievement.revision_started", "achievement.revision_discarded", "achievement.withdrawn", "achievement.relisted", "achievement.discarded", "achievement.recovered",
  "achievement.suspended", "achievement.restored", "achievement.remark_answered", "achievement.file_attached", "achievement.file_removed",
  "need.drafted", "need.edited", "need.submitted", "need.submission_withdrawn", "need.approved", "need.approval_undone", "need.sent_back", "need.return_undone",
  "need.refused", "need.refusal_undone", "need.revision_started", "need.revision_discarded", "need.withdrawn", "need.relisted", "need.discarded", "need.recovered", "need.closed", "need.reopened",
  "need.suspended", "need.restored", "need.remark_answered", "need.file_attached", "need.file_removed",
  "review.claimed", "review.released",
  "reading.term_corrected", "reading.correction_undone", "reading.place_adopted",
  "match.dismissed", "match.dismissal_undone",
  "pair.marked", "pair.mark_undone", "pair.introduced",
  "digest.told", "digest.settings_changed",
  "search.saved", "search.changed", "search.paused", "search.resumed", "search.removed", "search.restored",
  "interest.sent", "interest.declined", "interest.decline_undone", "interest.withdrawn", "interest.expired",
  "deal.opened", "deal.message_sent", "deal.file_attached", "deal.file_removed", "deal.file_restored", "deal.next_step_set", "deal.broker_invited", "deal.broker_joined",
    "deal.broker_declined", "deal.broker_left", "deal.broker_dismissed", "deal.handed_over", "deal.terms_proposed", "deal.terms_agreed", "deal.terms_dropped", "deal.signed", "deal.ended", "deal.resumed", "deal.completed", "deal.reopened",
    "contract.corrected", "contract.taken_back", "contract.fulfilled", "contract.terminated", "contract.closing_undone",
  "registration.submitted", "registration.withdrawn", "registration.accepted", "registration.sent_back", "registration.registered", "registration.refused",
  "registration.changed", "registration.cancelled", "registration.reversed", "registration.sent_to_experts", "registration.experts_answered",
  "dictionary.entry_added", "dictionary.entry_changed", "dictionary.entry_retired", "dictionary.entry_restored", "dictionary.sample_added", "dictionary.sample_removed",
  "dictionary.edition_requested", "dictionary.edition_applied", "dictionary.edition_failed",
  "ledger.uploaded", "ledger.import_confirmed", "ledger.batch_imported", "ledger.import_undone", "ledger.import_discarded",
  "target.set", "target.withdrawn", "indicator.reported", "indicator.report_withdrawn", "rule.corrected",
  "mail.sending_requested",
] as const;

export type EventName = (typeof eventNames)[number];

/** What an event can be about; also the kinds whose timelines exist. */
export const subjectKinds = [
  "user", "organisation", "broker", "achievement", "need", "review", "interest", "deal", "contract", "registration", "import", "target", "match", "dictionary", "digest", "search",
] as const;
export type SubjectKind = (typeof subjectKinds)[number];
export type Subject = { kind: SubjectKind; id: string };
