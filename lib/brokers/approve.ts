import { command } from "@/lib/command";
import { brokerSubjects, findBroker, moveBroker } from "./find-broker";
import { brokerInput } from "./input";
import { canDecide } from "./policy";

/** From now on both sides of a deal may invite this person. */
export const approveBroker = command({
  name: "broker.approved",
  input: brokerInput,
  find: (tx, actor, input) => findBroker(tx, actor, input.brokerId),
  allow: canDecide,
  async run({ tx, subject: broker }) {
    await moveBroker(tx, broker, { status: "approved" });
    return { result: null, subjects: brokerSubjects(broker) };
  },
});
