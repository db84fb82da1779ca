import { eq } from "drizzle-orm";
import { contracts } from "@/db/schema";
import { command } from "@/lib/command";
import { userIdOf } from "@/lib/core/actor";
import { allTold } from "@/lib/core/all-told";
import { dateInHarbin } from "@/lib/core/dates";
import { Invalid } from "@/lib/core/errors";
import { post } from "@/lib/ledger/post";
import { readDimensions } from "../dimensions";
import { askIfLarge } from "../large-amount";
import { getContractFor } from "../queries";
import { registerInput } from "./input";
import { joinImported } from "./join-imported";
import { moveRegistration, registrationSubjects } from "./move";
import { mayJudgeRegistration } from "./policy";
import { decidableStatuses } from "./states";

/** The official number and the recognised amounts come back: from now on the contract counts (domain A1). */
export const registerContract = command({
  name: "registration.registered",
  input: registerInput,
  find: (tx, actor, input) => getContractFor(tx, actor, input.contractId),
  allow: mayJudgeRegistration,
  async run({ tx, actor, subject: contract, input, event }) {
    const [, , , joined] = await allTold(
      () => { if (input.registeredOn > dateInHarbin(event.at)) throw new Invalid({ registeredOn: { code: "future_date" } }); },
      () => { if (input.registeredOn < contract.signedOn) throw new Invalid({ registeredOn: { code: "before_signing", values: { date: contract.signedOn } } }); },
      () => askIfLarge(tx, input.recognisedTotalFen, input.knowingLarge, event.at),
      () => joinImported(tx, actor, contract, input, event),
    );
    const registration = await moveRegistration(tx, contract, "registered", {
      officialNumber: input.officialNumber, registeredOn: input.registeredOn, recognisedTotalFen: input.recognisedTotalFen, recognisedTechnicalFen: input.recognisedTechnicalFen,
      remark: input.remark, recordedBy: userIdOf(actor), recordedAt: event.at,
    }, decidableStatuses);
    // Read again under a lock: a party may end the contract at this moment. The authority may have registered it before that, so it is asked, not refused.
    const [standing] = await tx.select({ status: contracts.status, closedOn: contracts.closedOn }).from(contracts).where(eq(contracts.id, contract.id)).for("share");
    const endedOn = standing?.status === "terminated" ? (standing.closedOn ?? "") : null;
    if (endedOn !== null && !input.knowingEnded) throw new Invalid({ knowingEnded: { code: "contract_ended", values: { date: endedOn } } });
    await post(tx, [{
      ...(await readDimensions(tx, contract.id)), kind: "registered", contracts: 1, countsOn: input.registeredOn, amountFen: input.recognisedTotalFen, technicalFen: input.recognisedTechnicalFen,
      contractId: contract.id, registrationId: registration.id, recordedBy: userIdOf(actor),
    }], event);
    return {
      result: { contractId: contract.id, officialNumber: input.officialNumber },
      // In the timeline of the imported record, too, which ends here.
      subjects: [...registrationSubjects(contract), ...(joined === null ? [] : [{ kind: "contract" as const, id: joined }])],
      facts: { officialNumber: input.officialNumber, totalFen: input.recognisedTotalFen, technicalFen: input.recognisedTechnicalFen, ...(endedOn === null ? {} : { endedOn }), ...(joined === null ? {} : { joinedId: joined }) },
    };
  },
});
