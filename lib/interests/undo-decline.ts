import { and, eq, gt, sql } from "drizzle-orm";
import { interests } from "@/db/schema";
import { command } from "@/lib/command";
import { Conflict } from "@/lib/core/errors";
import { interestInput } from "./input";
import { subjectsOf } from "./move";
import { mayAnswerInterest } from "./policy";
import { getInterestFor } from "./queries";

/** The receiver thinks better of it before the interest would have lapsed: it waits for an answer again. */
export const undoDecline = command({
  name: "interest.decline_undone",
  input: interestInput,
  find: (tx, actor, input) => getInterestFor(tx, actor, input.interestId),
  allow: mayAnswerInterest,
  async run({ tx, subject: interest, event }) {
    // Of two open interests of one organisation in one record the index would refuse the second: the sender has asked anew.
    const askedAnew = sql`exists (select 1 from interests o where o.target_listing_id = ${interest.targetListingId} and o.from_organisation_id = ${interest.fromOrganisationId} and o.status = 'sent')`;
    const [back] = await tx.update(interests).set({ status: "sent", reason: null, answer: null, answeredBy: null, answeredAt: null })
      .where(and(eq(interests.id, interest.id), eq(interests.status, "declined"), gt(interests.expiresAt, event.at), sql`not ${askedAnew}`)).returning();
    if (!back) throw new Conflict("interest_answered");
    return { result: { id: back.id }, subjects: await subjectsOf(tx, back) };
  },
});
