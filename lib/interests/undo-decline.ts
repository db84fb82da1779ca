import { and, eq, gt, inArray, sql } from "drizzle-orm";
import { interests } from "@/db/schema";
import { command } from "@/lib/command";
import { Conflict } from "@/lib/core/errors";
import { statesBefore } from "@/lib/core/transitions";
import { interestInput } from "./input";
import { subjectsOf } from "./move";
import { mayAnswerInterest } from "./policy";
import { getInterestFor } from "./queries";
import { interestTransitions } from "./states";

/** The receiver thinks better of it before the interest would have lapsed: it waits for an answer again. */
export const undoDecline = command({
  name: "interest.decline_undone",
  input: interestInput,
  find: (tx, actor, input) => getInterestFor(tx, actor, input.interestId),
  allow: mayAnswerInterest,
  async run({ tx, subject: interest, event }) {
    // The sender has asked anew: of two open interests of one organisation in one record the index would refuse the second, and of one that became a deal there is nothing left to ask.
    const askedAnew = sql`exists (select 1 from interests o left join deals d on d.interest_id = o.id where o.target_listing_id = ${interest.targetListingId} and o.from_organisation_id = ${interest.fromOrganisationId}
      and (o.status = 'sent' or d.status <> 'ended'))`;
    const [back] = await tx.update(interests).set({ status: "sent", reason: null, answer: null, answeredBy: null, answeredAt: null })
      .where(and(eq(interests.id, interest.id), inArray(interests.status, statesBefore(interestTransitions, "sent")), gt(interests.expiresAt, event.at), sql`not ${askedAnew}`)).returning();
    if (!back) throw new Conflict("decline_settled");
    return { result: { id: back.id }, subjects: await subjectsOf(tx, back) };
  },
});
