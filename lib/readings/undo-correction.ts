import { and, eq, isNull } from "drizzle-orm";
import { termCorrections } from "@/db/schema";
import { command } from "@/lib/command";
import { userIdOf } from "@/lib/core/actor";
import { Conflict, NotFound } from "@/lib/core/errors";
import { subjectOf } from "@/lib/listings/find";
import { canWrite } from "@/lib/listings/policy";
import { findRecord } from "./find";
import { undoCorrectionInput } from "./input";

/** Takes one correction back; it stays as history. */
export const undoCorrection = command({
  name: "reading.correction_undone",
  input: undoCorrectionInput,
  async find(tx, actor, { correctionId }) {
    const [correction] = await tx.select({ listingId: termCorrections.listingId }).from(termCorrections).where(eq(termCorrections.id, correctionId));
    if (!correction) throw new NotFound();
    return findRecord(tx, actor, correction.listingId);
  },
  allow: canWrite,
  async run({ tx, actor, subject: listing, input, event }) {
    const [undone] = await tx
      .update(termCorrections)
      .set({ undoneAt: event.at, undoneBy: userIdOf(actor) })
      .where(and(eq(termCorrections.id, input.correctionId), isNull(termCorrections.undoneAt)))
      .returning({ id: termCorrections.id });
    if (!undone) throw new Conflict("changed_meanwhile");
    return { result: { correctionId: undone.id }, subjects: [subjectOf(listing)] };
  },
});
