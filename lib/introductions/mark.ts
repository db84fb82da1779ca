import { brokerMarks } from "@/db/schema";
import { command } from "@/lib/command";
import { todayInHarbin } from "@/lib/core/dates";
import { Invalid, type FieldProblem } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { getMarketPair } from "./find-pair";
import { markInput } from "./input";
import { canWorkMarket } from "./policy";

/** The broker's own line on a pair: talked to them, later, not now. It is a log: a further line corrects it. */
export const markPair = command({
  name: "pair.marked",
  input: markInput,
  find: getMarketPair,
  allow: canWorkMarket,
  async run({ tx, subject: pair, input, event }) {
    const wrong: Record<string, FieldProblem> = {};
    // A contact of which nothing is said is no line of a log.
    if (input.kind === "contacted" && !input.note) wrong.note = { code: "required" };
    if (input.dueOn && input.dueOn < todayInHarbin(event.at)) wrong.dueOn = { code: "due_past" };
    if (input.kind === "later" && !input.dueOn) wrong.dueOn = { code: "required" };
    if (Object.keys(wrong).length > 0) throw new Invalid(wrong);
    const id = newId(event.at);
    await tx.insert(brokerMarks).values({
      id, brokerId: pair.brokerId, needId: pair.needId, achievementId: pair.achievementId,
      kind: input.kind, note: input.note, dueOn: input.kind === "aside" ? null : input.dueOn, markedAt: event.at,
    });
    // Only the broker's own timeline: what they note is no affair of the two sides.
    return { result: { markId: id }, subjects: [{ kind: "broker", id: pair.brokerId }], facts: { kind: input.kind } };
  },
});
