import { z } from "zod";
import { ipKinds, planSourceCodes, techAreaCodes } from "@/lib/codes/code-sets";
import { natures, subTypes } from "@/lib/codes/lists";
import { between } from "@/lib/core/between";
import type { PlainDate } from "@/lib/core/dates";
import { creditCode, flag, line, moneyFen, oneOf, optional, place, plainDate, problem, recordId, text } from "@/lib/core/fields";
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

/** One party of a side with its share in hundredths of a per cent; the shares of a side add up to 10,000. */
const party = z.object({
  organisationId: optional(recordId()),
  name: optional(line({ max: 100 })),
  creditCode: optional(creditCode()),
  nature,
  place: optional(place()),
  shareBasisPoints: z.coerce.number(problem("share_range")).int(problem("share_range")).min(1, problem("share_range")).max(10_000, problem("share_range")),
});
export type PartyInput = z.infer<typeof party>;

const sumOf = (parties: readonly PartyInput[] | undefined): number => (parties ?? []).reduce((total, { shareBasisPoints }) => total + shareBasisPoints, 0);
export const sharesAddUp = <Side extends "sellers" | "buyers">(side: Side) =>
  between<{ [side in Side]?: PartyInput[] | undefined }>([side], (contract) => !contract[side]?.length || sumOf(contract[side]) === 10_000, { at: side, code: "shares_sum", values: (contract) => ({ is: sumOf(contract[side]) / 100 }) });
/** Further parties of both sides; the first of each is the deal's own organisation. */
export const parties = { sellers: z.array(party).max(9).optional(), buyers: z.array(party).max(9).optional() };

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
  /** Who is not spoken of stays as recorded. */
  sellerPlace: place().optional(),
  buyerPlace: place().optional(),
  sellerNature: nature.optional(),
  buyerNature: nature.optional(),
  ...parties,
}).refine(...subTypeFits).refine(...technicalFits).refine(...endsAfterStart).refine(...sharesAddUp("sellers")).refine(...sharesAddUp("buyers"));
export type CorrectedParties = Pick<z.infer<typeof correctInput>, "sellers" | "buyers" | "sellerPlace" | "buyerPlace" | "sellerNature" | "buyerNature">;
export type CorrectedContract = Omit<z.infer<typeof correctInput>, "contractId" | "knowingLarge" | keyof CorrectedParties>;

export const contractInput = z.object({ contractId: recordId() });
export const takeBackInput = z.object({ contractId: recordId(), closingNote: text(2, 500) });
export const closeInput = z.object({ contractId: recordId(), closedOn: plainDate(), closingNote: text(2, 500) });
