import { command } from "@/lib/command";
import { brokerSubjects, findBroker, moveBroker } from "./find-broker";
import { brokerInput } from "./input";
import { canRestoreBroker } from "./policy";

/** Takes a suspension back. */
export const restoreBroker = command({
  name: "broker.restored",
  input: brokerInput,
  find: (tx, actor, input) => findBroker(tx, actor, input.brokerId),
  allow: canRestoreBroker,
  async run({ tx, subject: broker }) {
    await moveBroker(tx, broker, { status: "approved" });
    return { result: null, subjects: brokerSubjects(broker) };
  },
});
