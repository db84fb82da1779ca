import { command } from "@/lib/command";
import { userIdOf } from "@/lib/core/actor";
import { dateInHarbin } from "@/lib/core/dates";
import { reverseEntries } from "@/lib/ledger/post";
import { getContractFor } from "../queries";
import { dueOf } from "./due-after";
import { remarkInput } from "./input";
import { bringBackImported } from "./join-imported";
import { moveRegistration, registrationSubjects } from "./move";
import { mayJudgeRegistration } from "./policy";
import { recordedStatuses } from "./states";

/**
 * A wrong record is taken back: every standing entry is answered by its opposite on the same counting date (domain A1), the
 * official number is free again, and the registration waits for the right one, with a limit that counts from today: the old one was kept. What gave way to it (`join-imported`) counts again.
 */
export const reverseRegistration = command({
  name: "registration.reversed",
  input: remarkInput,
  find: (tx, actor, input) => getContractFor(tx, actor, input.contractId),
  allow: mayJudgeRegistration,
  async run({ tx, actor, subject: contract, input, event }) {
    const wrong = contract.registration, today = dateInHarbin(event.at);
    await moveRegistration(tx, contract, "accepted", {
      officialNumber: null, registeredOn: null, recognisedTotalFen: null, recognisedTechnicalFen: null, remark: input.remark, recordedBy: userIdOf(actor), recordedAt: event.at,
      acceptedOn: today, submittedFrom: null, dueOn: await dueOf(tx, contract, today),
    }, recordedStatuses);
    const restored = await bringBackImported(tx, actor, contract, event);
    const reversed = await reverseEntries(tx, [contract.id], userIdOf(actor), event);
    return {
      result: { contractId: contract.id, reversed },
      // In the timeline of the imported record, too, which goes on here.
      subjects: [...registrationSubjects(contract), ...(restored === null ? [] : [{ kind: "contract" as const, id: restored }])],
      facts: { officialNumber: wrong?.officialNumber ?? null, ...(restored === null ? {} : { restoredId: restored }) },
    };
  },
});
