import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { brokerMarks } from "@/db/schema";
import { command } from "@/lib/command";
import type { Actor } from "@/lib/core/actor";
import { Conflict, NotFound } from "@/lib/core/errors";
import { undoMarkInput } from "./input";
import { canWorkMarket } from "./policy";

async function getOwnMark(tx: Tx, actor: Actor, input: { markId: string }) {
  const brokerId = actor.kind === "person" ? actor.brokerId : null;
  const [mark] = brokerId ? await tx.select().from(brokerMarks).where(and(eq(brokerMarks.id, input.markId), eq(brokerMarks.brokerId, brokerId))) : [];
  if (!mark) throw new NotFound();
  return mark;
}

/** Takes a line back; the pair stands again as the line before it says. */
export const undoMark = command({
  name: "pair.mark_undone",
  input: undoMarkInput,
  find: getOwnMark,
  allow: canWorkMarket,
  async run({ tx, subject: mark, event }) {
    const [undone] = await tx.update(brokerMarks).set({ undoneAt: event.at }).where(and(eq(brokerMarks.id, mark.id), isNull(brokerMarks.undoneAt))).returning({ id: brokerMarks.id });
    if (!undone) throw new Conflict();
    return { result: null, subjects: [{ kind: "broker", id: mark.brokerId }], facts: { kind: mark.kind } };
  },
});
