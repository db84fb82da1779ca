import { z } from "zod";
import { techAreaCodes } from "@/lib/codes/code-sets";
import { line, moneyFen, oneOf, optional, plainDate, problem, recordId, text } from "@/lib/core/fields";
import { contractTypes } from "./states";

export const correctInput = z.object({
  contractId: recordId(),
  title: line({ min: 2, max: 100 }),
  type: oneOf(contractTypes),
  subType: optional(line({ max: 60 })),
  techArea: oneOf(techAreaCodes),
  totalFen: moneyFen({ min: 1 }),
  technicalFen: moneyFen(),
  signedOn: plainDate(),
  startsOn: optional(plainDate()),
  endsOn: optional(plainDate()),
  ipKind: optional(line({ max: 30 })),
  planSource: optional(line({ max: 30 })),
  payment: optional(text(0, 1000)),
}).superRefine((contract, context) => {
  if (contract.technicalFen > contract.totalFen) context.addIssue({ code: "custom", path: ["technicalFen"], message: problem("technical_above_total") });
  if (contract.startsOn && contract.endsOn && contract.endsOn < contract.startsOn) context.addIssue({ code: "custom", path: ["endsOn"], message: problem("date_order", { after: contract.startsOn }) });
});
export type CorrectedContract = Omit<z.infer<typeof correctInput>, "contractId">;

export const contractInput = z.object({ contractId: recordId() });
export const closeInput = z.object({ contractId: recordId(), closedOn: plainDate(), closingNote: text(2, 500) });
