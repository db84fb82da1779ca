import { and, eq } from "drizzle-orm";
import { brokers } from "@/db/schema";
import { command } from "@/lib/command";
import { Conflict, NotFound } from "@/lib/core/errors";
import { assertSayable, brokerSubjects, findOwnBroker } from "./find-broker";
import { changeProfileInput } from "./input";
import { canChangeProfile } from "./policy";

/** An approved broker says something else of themselves: what they do, where, for which agency. */
export const changeBrokerProfile = command({
  name: "broker.profile_changed",
  input: changeProfileInput,
  async find(tx, actor) {
    const broker = await findOwnBroker(tx, actor);
    if (!broker) throw new NotFound();
    return broker;
  },
  allow: canChangeProfile,
  async run({ tx, actor, subject: broker, input }) {
    assertSayable(actor, input);
    const [changed] = await tx.update(brokers).set(input).where(and(eq(brokers.id, broker.id), eq(brokers.status, "approved"))).returning({ id: brokers.id });
    if (!changed) throw new Conflict();
    return { result: { brokerId: broker.id }, subjects: brokerSubjects(broker) };
  },
});
