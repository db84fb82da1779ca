import { z } from "zod";
import { ipKinds, planSourceCodes, techAreaCodes } from "@/lib/codes/code-sets";
import { natures, subTypes } from "@/lib/codes/lists";
import { flag, line, moneyFen, oneOf, optional, plainDate, problem, recordId, text } from "@/lib/core/fields";
import { contractTypes } from "./states";

/** Codes that a contract carries into the ledger, where they are frozen; a form offers the same. */
export const classification = {
  type: oneOf(contractTypes),
  subType: optional(oneOf(subTypes().map(({ code }) => code))),
  ipKind: optional(oneOf(ipKinds)),
  planSource: optional(oneOf(planSourceCodes)),
};
export const nature = optional(oneOf(natures.map(({ code }) => code)));

/** The form lists the sub-types of all types: one that belongs to another type would stand on the national form as it is. */
export function subTypeFits(contract: { type: string; subType: string | null }, context: z.RefinementCtx): void {
  if (contract.subType !== null && !subTypes(contract.type).some(({ code }) => code === contract.subType)) context.addIssue({ code: "custom", path: ["subType"], message: problem("sub_type_of_other") });
}

export const correctInput = z.object({
  ...classification,
  contractId: recordId(),
  title: line({ min: 2, max: 100 }),
  techArea: oneOf(techAreaCodes),
  totalFen: moneyFen({ min: 1 }),
  technicalFen: moneyFen(),
  signedOn: plainDate(),
  startsOn: optional(plainDate()),
  endsOn: optional(plainDate()),
  payment: optional(text(0, 1000)),
  knowingLarge: flag(),
}).superRefine((contract, context) => {
  subTypeFits(contract, context);
  if (contract.technicalFen > contract.totalFen) context.addIssue({ code: "custom", path: ["technicalFen"], message: problem("technical_above_total") });
  if (contract.startsOn && contract.endsOn && contract.endsOn < contract.startsOn) context.addIssue({ code: "custom", path: ["endsOn"], message: problem("date_order", { after: contract.startsOn }) });
});
export type CorrectedContract = Omit<z.infer<typeof correctInput>, "contractId" | "knowingLarge">;

export const contractInput = z.object({ contractId: recordId() });
export const closeInput = z.object({ contractId: recordId(), closedOn: plainDate(), closingNote: text(2, 500) });
