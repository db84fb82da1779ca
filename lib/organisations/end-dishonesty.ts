import { and, eq, isNull } from "drizzle-orm";
import { dishonestyMarks } from "@/db/schema";
import { command } from "@/lib/command";
import { userIdOf } from "@/lib/core/actor";
import { Conflict } from "@/lib/core/errors";
import { findMark } from "./dishonesty";
import { endDishonestyInput } from "./input";
import { canMarkDishonest } from "./policy";

/** The bureau takes an organisation off the list: it was repaired, or the mark was a mistake. Its records are matched anew. */
export const endDishonesty = command({
  name: "organisation.dishonesty_ended",
  input: endDishonestyInput,
  find: (tx, actor, input) => findMark(tx, actor, input.markId),
  allow: canMarkDishonest,
  async run({ tx, actor, subject, input, event }) {
    const [ended] = await tx.update(dishonestyMarks).set({ ending: input.ending, endingNote: input.note, endedBy: userIdOf(actor), endedAt: event.at })
      .where(and(eq(dishonestyMarks.id, subject.mark.id), isNull(dishonestyMarks.endedAt))).returning({ id: dishonestyMarks.id });
    if (!ended) throw new Conflict("mark_ended");
    return { result: null, subjects: [{ kind: "organisation" as const, id: subject.id }], facts: { ending: input.ending, note: input.note } };
  },
});
