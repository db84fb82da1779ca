import { command } from "@/lib/command";
import { brokerSubjects, findBroker, moveBroker } from "./find-broker";
import { remarkInput } from "./input";
import { canSuspendBroker } from "./policy";

/** No new deals for this broker until restored; running ones are the parties' own affair. */
export const suspendBroker = command({
  name: "broker.suspended",
  input: remarkInput,
  find: (tx, actor, input) => findBroker(tx, actor, input.brokerId),
  allow: canSuspendBroker,
  async run({ tx, subject: broker, input }) {
    await moveBroker(tx, broker, { status: "suspended", remark: input.remark });
    return { result: null, subjects: brokerSubjects(broker) };
  },
});
