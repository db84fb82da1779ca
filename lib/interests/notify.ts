import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { interests, organisations, publicName } from "@/db/schema";
import type { StoredEvent } from "@/lib/jobs/cursors";
import type { Notice, Recipients } from "@/lib/jobs/notice";
import { decidersOf } from "@/lib/organisations/deciders";
import { nameOfTarget } from "./queries";

type Side = "from" | "to";

type Telling = {
  needsAction?: boolean; mail?: boolean;
  /** The sentence begins with the other side: where that has no name to show, another one is said. */
  named?: boolean;
};

/** Tells one side of an interest. Values: `organisation` is the other side, `title` the record it is about. */
function tell(side: Side, { needsAction = false, mail = false, named = false }: Telling = {}) {
  return async (tx: Tx, event: StoredEvent): Promise<Notice[]> => {
    const interestId = event.subjects.find((subject) => subject.kind === "interest")?.id;
    const [interest] = interestId ? await tx.select().from(interests).where(eq(interests.id, interestId)) : [];
    if (!interest) return [];
    const target = await nameOfTarget(tx, interest.targetListingId);
    const [sender] = await tx.select({ name: publicName() }).from(organisations).where(eq(organisations.id, interest.fromOrganisationId));
    const people = await decidersOf(tx, side === "to" ? interest.toOrganisationId : interest.fromOrganisationId);
    // The owner of an anonymous need stays behind its alias until a deal opens; not all have given one.
    const organisation = side === "to" ? (sender?.name ?? "") : target.organisationName;
    return people.map(({ userId, slug }) => ({
      userId, needsAction, mail, ...(named && !organisation ? { to: "unnamed" } : {}), subject: { kind: "interest" as const, id: interest.id }, href: `/o/${slug}/interests?box=${side === "to" ? "in" : "out"}`, values: { organisation, title: target.title },
    }));
  };
}

export const recipients: Recipients = {
  "interest.sent": tell("to", { needsAction: true, mail: true }),
  "interest.declined": tell("from", { mail: true, named: true }),
  "interest.decline_undone": async (tx, event) => [...(await tell("to", { needsAction: true })(tx, event)), ...(await tell("from")(tx, event))],
  "interest.withdrawn": tell("to"),
  "interest.expired": tell("from"),
};
