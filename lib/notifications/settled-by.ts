import type { EventName } from "@/lib/events/names";

const listing = <K extends "achievement" | "need">(kind: K) => ({
  [`${kind}.sent_back`]: [`${kind}.submitted`, `${kind}.return_undone`, `${kind}.revision_discarded`, `${kind}.discarded`, `${kind}.withdrawn`, ...(kind === "need" ? ["need.closed"] : [])],
  [`${kind}.suspended`]: [`${kind}.restored`, `${kind}.submitted`, `${kind}.withdrawn`, `${kind}.discarded`, ...(kind === "need" ? ["need.closed"] : [])],
}) as Partial<Record<EventName, readonly EventName[]>>;

const dealOver = ["deal.ended", "deal.completed"] as const;

/**
 * What asks somebody to do something, with the events after which it asks no longer. By kind, because several things wait about one
 * deal or contract at the same time: the next step of a deal neither answers a broker's invitation nor agrees to terms.
 */
export const settledBy: Partial<Record<EventName, readonly EventName[]>> = {
  ...listing("achievement"),
  ...listing("need"),
  "interest.sent": ["interest.declined", "interest.withdrawn", "interest.expired", "deal.opened"],
  "interest.decline_undone": ["interest.declined", "interest.withdrawn", "interest.expired", "deal.opened"],
  "deal.opened": ["deal.next_step_set", "deal.terms_proposed", "deal.signed", ...dealOver],
  "deal.terms_proposed": ["deal.terms_proposed", "deal.terms_agreed", "deal.terms_dropped", ...dealOver],
  "deal.terms_agreed": ["deal.terms_proposed", "deal.terms_dropped", "deal.signed", ...dealOver],
  "deal.signed": ["registration.submitted", "contract.terminated", "contract.taken_back", ...dealOver],
  "deal.broker_invited": ["deal.broker_joined", "deal.broker_declined", "deal.broker_left", "deal.broker_dismissed", ...dealOver],
  "registration.submitted": ["registration.accepted", "registration.sent_back", "registration.registered", "registration.refused", "registration.withdrawn"],
  "registration.sent_back": ["registration.submitted", "registration.withdrawn", "registration.refused", "contract.terminated", "contract.taken_back"],
  "contract.terminated": ["registration.cancelled", "registration.sent_back", "registration.registered", "registration.refused", "registration.withdrawn", "contract.closing_undone"],
  "organisation.verification_requested": ["organisation.verified", "organisation.verification_sent_back"],
  "organisation.profile_changed": ["organisation.verified", "organisation.verification_sent_back"],
  "organisation.verification_sent_back": ["organisation.verification_requested", "organisation.verified"],
  "member.join_requested": ["member.join_accepted", "member.join_declined", "member.join_withdrawn", "member.invitation_accepted"],
  "broker.applied": ["broker.approved", "broker.sent_back", "broker.suspended"],
  "broker.sent_back": ["broker.applied", "broker.approved"],
};

/** The other way round: which of what waits an event settles. */
export function settles(event: EventName): EventName[] {
  return (Object.keys(settledBy) as EventName[]).filter((waiting) => settledBy[waiting]?.includes(event));
}
