import { storeCheckup } from "@/lib/checkups/store";
import { command } from "@/lib/command";
import { userIdOf } from "@/lib/core/actor";
import { todayInHarbin } from "@/lib/core/dates";
import { NotFound } from "@/lib/core/errors";
import { readContent, updateContent } from "@/lib/listings/content";
import { findListing, subjectOf } from "@/lib/listings/find";
import { submitInput } from "@/lib/listings/input";
import { canWrite } from "@/lib/listings/policy";
import { submitVersion } from "@/lib/listings/submit";
import { needProblems, unaskedBudget } from "./rules";

/** The author hands the version in work to the bureau's reviewers. */
export const submit = command({
  name: "need.submitted",
  input: submitInput,
  find: (tx, actor, { listingId }) => findListing(tx, actor, "need", listingId),
  allow: canWrite,
  async run({ tx, actor, subject: listing, input, event }) {
    const content = listing.workingVersionId ? await readContent(tx, "need", listing.workingVersionId) : null;
    if (!content) throw new NotFound();
    const problems = needProblems(content, { today: todayInHarbin(event.at), ownNames: listing.organisation.names });
    const { reviewId, dueOn } = await submitVersion(tx, listing, {
      title: content.title, problems, classified: input.classified, lock: input.lock, userId: userIdOf(actor), at: event.at,
    });
    await updateContent(tx, "need", listing.workingVersionId!, unaskedBudget(content));
    await storeCheckup(tx, "need", listing.workingVersionId!, content, event.at);
    return { result: { id: listing.id, number: listing.number, reviewId, dueOn }, subjects: [subjectOf(listing), { kind: "review", id: reviewId }] };
  },
});
