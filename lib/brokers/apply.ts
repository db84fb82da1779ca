import { and, eq, inArray } from "drizzle-orm";
import { brokers } from "@/db/schema";
import { command } from "@/lib/command";
import { Conflict } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { statesBefore } from "@/lib/core/transitions";
import { assertSayable, brokerSubjects, findOwnBroker } from "./find-broker";
import { applyInput } from "./input";
import { canApply } from "./policy";
import { brokerTransitions } from "./states";

/** Somebody asks to be shown as a technology broker, alone or for an agency they belong to. */
export const applyAsBroker = command({
  name: "broker.applied",
  input: applyInput,
  find: (tx, actor) => findOwnBroker(tx, actor),
  allow: canApply,
  async run({ tx, actor, subject: before, input, event }) {
    if (actor.kind !== "person") throw new Conflict();
    assertSayable(actor, input);
    const values = { ...input, status: "pending" as const, appliedAt: event.at, remark: null };
    const id = before?.id ?? newId(event.at);
    const [made] = before
      ? await tx.update(brokers).set(values).where(and(eq(brokers.id, id), inArray(brokers.status, statesBefore(brokerTransitions, "pending")))).returning({ id: brokers.id })
      : await tx.insert(brokers).values({ id, userId: actor.userId, ...values }).onConflictDoNothing().returning({ id: brokers.id });
    if (!made) throw new Conflict();
    return { result: { brokerId: id }, subjects: brokerSubjects({ id, userId: actor.userId }) };
  },
});
