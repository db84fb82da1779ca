import { and, eq, isNull } from "drizzle-orm";
import { termCorrections } from "@/db/schema";
import { command } from "@/lib/command";
import { userIdOf } from "@/lib/core/actor";
import { Conflict, LimitReached } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { normalise } from "@/lib/engine/analyse";
import { subjectOf } from "@/lib/listings/find";
import { canWrite } from "@/lib/listings/policy";
import { findRecord } from "./find";
import { correctTermInput } from "./input";

/** More words than this describe a record worse, not better. */
const mostCorrections = 30;

/** An author says "this is not what it is about" or "this belongs to it, too". Holds for the record, not for one version. */
export const correctTerm = command({
  name: "reading.term_corrected",
  input: correctTermInput,
  find: (tx, actor, { listingId }) => findRecord(tx, actor, listingId),
  allow: canWrite,
  async run({ tx, actor, subject: listing, input, event }) {
    const standing = await tx.select({ term: termCorrections.term }).from(termCorrections).where(and(eq(termCorrections.listingId, listing.id), isNull(termCorrections.undoneAt)));
    if (standing.length >= mostCorrections) throw new LimitReached("corrections_limit", { max: mostCorrections });
    // As search compares them: SiC cannot be added beside a sic that was taken away.
    if (standing.some(({ term }) => normalise(term) === normalise(input.term))) throw new Conflict("term_corrected_already");
    const [made] = await tx
      .insert(termCorrections)
      .values({ id: newId(event.at), listingId: listing.id, kind: input.correction, term: input.term, madeBy: userIdOf(actor), madeAt: event.at })
      .onConflictDoNothing()
      .returning({ id: termCorrections.id });
    if (!made) throw new Conflict("term_corrected_already");
    return { result: { correctionId: made.id }, subjects: [subjectOf(listing)], facts: { correction: input.correction } };
  },
});
