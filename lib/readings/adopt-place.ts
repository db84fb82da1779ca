import { command } from "@/lib/command";
import { userIdOf } from "@/lib/core/actor";
import { fieldOf } from "@/lib/codes/taxonomy";
import { saveVersion } from "@/lib/listings/draft";
import { subjectOf } from "@/lib/listings/find";
import { canWrite } from "@/lib/listings/policy";
import { findRecord } from "./find";
import { adoptPlaceInput } from "./input";

/** The author takes over the place in the plan that was suggested. It is a save of the open editor, and an event of its own. */
export const adoptPlace = command({
  name: "reading.place_adopted",
  input: adoptPlaceInput,
  find: (tx, actor, { listingId }) => findRecord(tx, actor, listingId),
  allow: canWrite,
  async run({ tx, actor, subject: listing, input, event }) {
    const place = { fieldCode: fieldOf(input.code)?.code ?? null, directionCode: input.code.includes("-") ? input.code : null };
    const { lock } = await saveVersion(tx, listing.kind, listing, { lock: input.lock, session: input.session, content: place }, { userId: userIdOf(actor), at: event.at });
    return { result: { lock }, subjects: [subjectOf(listing)], facts: { code: input.code } };
  },
});
