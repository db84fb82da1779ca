import { command } from "@/lib/command";
import { brokerSubjects, findBroker, moveBroker } from "./find-broker";
import { remarkInput } from "./input";
import { canDecide } from "./policy";

/** The application needs more; the remark says what. */
export const sendBackBroker = command({
  name: "broker.sent_back",
  input: remarkInput,
  find: (tx, actor, input) => findBroker(tx, actor, input.brokerId),
  allow: canDecide,
  async run({ tx, subject: broker, input }) {
    await moveBroker(tx, broker, { status: "sent_back", remark: input.remark });
    return { result: null, subjects: brokerSubjects(broker) };
  },
});
