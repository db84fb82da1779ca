import { queueTabs, type QueueFilter } from "@/lib/reviews/queries";
import { reviewSubjectKinds } from "@/lib/reviews/states";
import { typedIn } from "@/lib/core/typed-text";

/** What the address of the queue asks for; anything unusable is left out. */
export function readQueue(query: Record<string, string | undefined>): QueueFilter {
  return {
    tab: queueTabs.find((tab) => tab === query.tab) ?? "open",
    kind: reviewSubjectKinds.find((kind) => kind === query.kind),
    q: typedIn(query.q),
    round: query.round === "first" || query.round === "again" ? query.round : undefined,
  };
}
