import { z } from "zod";
import { ipKinds, planSourceCodes, techAreaCodes } from "@/lib/codes/code-sets";
import { natures, subTypes } from "@/lib/codes/lists";
import { between } from "@/lib/core/between";
import type { PlainDate } from "@/lib/core/dates";
import { flag, line, moneyFen, oneOf, optional, plainDate, recordId, text } from "@/lib/core/fields";
import { contractTypes } from "./states";

/** Codes that a contract carries into the ledger, where they are frozen; a form offers the same. */
export const classification = {
  type: oneOf(contractTypes),
  subType: optional(oneOf(subTypes().map(({ code }) => code))),
  ipKind: optional(oneOf(ipKinds)),
  planSource: optional(oneOf(planSourceCodes)),
};
export const nature = optional(oneOf(natures.map(({ code }) => code)));

/** One that belongs to another type would stand on the national form as it is. */
export const subTypeFits = between<{ type: string; subType: string | null }>(["type", "subType"], ({ type, subType }) => subType === null || subTypes(type).some(({ code }) => code === subType), { at: "subType", code: "sub_type_of_other" });
export const technicalFits = between<{ totalFen: number; technicalFen: number }>(["totalFen", "technicalFen"], ({ totalFen, technicalFen }) => technicalFen <= totalFen, { at: "technicalFen", code: "technical_above_total" });
export const endsAfterStart = between<{ startsOn: PlainDate | null; endsOn: PlainDate | null }>(["startsOn", "endsOn"], ({ startsOn, endsOn }) => !startsOn || !endsOn || endsOn >= startsOn, { at: "endsOn", code: "date_order", values: ({ startsOn }) => ({ after: startsOn ?? "" }) });

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
}).refine(...subTypeFits).refine(...technicalFits).refine(...endsAfterStart);
export type CorrectedContract = Omit<z.infer<typeof correctInput>, "contractId" | "knowingLarge">;

export const contractInput = z.object({ contractId: recordId() });
export const closeInput = z.object({ contractId: recordId(), closedOn: plainDate(), closingNote: text(2, 500) });
