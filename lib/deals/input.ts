import { z } from "zod";
import { techAreaCodes } from "@/lib/codes/code-sets";
import { classification, nature, subTypeFits } from "@/lib/contracts/input";
import { creditCode, flag, line, moneyFen, oneOf, optional, place, plainDate, problem, recordId, text } from "@/lib/core/fields";
import { dealSides, endReasons } from "./states";

export const dealInput = z.object({ dealId: recordId() });
export const handOverInput = z.object({ dealId: recordId(), userId: recordId() });
export const openInput = z.object({ interestId: recordId() });
export const messageInput = z.object({ dealId: recordId(), text: text(1, 2000) });
export const nextStepInput = z.object({ dealId: recordId(), nextStep: line({ max: 100 }), nextSide: oneOf(dealSides), nextDue: optional(plainDate()) });
export const inviteBrokerInput = z.object({ dealId: recordId(), brokerId: recordId() });
export const dismissBrokerInput = z.object({ dealId: recordId(), userId: recordId() });
export const answerInvitationInput = z.object({ dealId: recordId() });
export const endInput = z.object({ dealId: recordId(), reason: oneOf(endReasons), note: optional(text(0, 500)) });
export const agreeInput = z.object({ dealId: recordId(), ordinal: z.coerce.number().int().min(1) });
export const removeFileInput = z.object({ dealId: recordId(), fileId: recordId() });
/** The file arrives as the form sends it; its kind and size are checked by `lib/files`. */
export const attachFileInput = z.object({
  dealId: recordId(),
  file: z.custom<File>((given) => typeof File !== "undefined" && given instanceof File && given.size > 0, "required"),
});

export const cooperationModes = [
  "transfer", "license", "joint_implementation", "equity", "commissioned_development", "joint_development", "technical_service", "technical_consulting", "joint_platform", "secondment",
] as const;

export const proposeTermsInput = z.object({
  dealId: recordId(),
  mode: oneOf(cooperationModes),
  totalFen: moneyFen({ min: 1 }),
  technicalFen: moneyFen(),
  payment: text(2, 1000),
  ownership: text(2, 1000),
  delivery: text(2, 1000),
  startsOn: plainDate(),
  endsOn: plainDate(),
  other: optional(text(0, 2000)),
}).superRefine((terms, context) => {
  if (terms.technicalFen > terms.totalFen) context.addIssue({ code: "custom", path: ["technicalFen"], message: problem("technical_above_total") });
  if (terms.endsOn < terms.startsOn) context.addIssue({ code: "custom", path: ["endsOn"], message: problem("date_order", { after: terms.startsOn }) });
});

/** One party of a side with its share in hundredths of a per cent; the shares of a side add up to 10,000. */
const party = z.object({
  organisationId: optional(recordId()),
  name: optional(line({ max: 100 })),
  creditCode: optional(creditCode()),
  nature,
  place: optional(place()),
  shareBasisPoints: z.coerce.number().int().min(1).max(10_000),
});
export type PartyInput = z.infer<typeof party>;

export const signInput = z.object({
  dealId: recordId(),
  ...classification,
  title: line({ min: 2, max: 100 }),
  totalFen: moneyFen({ min: 1 }),
  technicalFen: moneyFen(),
  signedOn: plainDate(),
  startsOn: optional(plainDate()),
  endsOn: optional(plainDate()),
  sellerPlace: place(),
  buyerPlace: place(),
  sellerNature: nature,
  buyerNature: nature,
  /** Without it the record from which the deal grew says it. */
  techArea: optional(oneOf(techAreaCodes)),
  payment: optional(text(0, 1000)),
  knowingLarge: flag(),
  /** Further parties; without them each side is its organisation with 10,000. */
  sellers: z.array(party).max(9).optional(),
  buyers: z.array(party).max(9).optional(),
}).superRefine((contract, context) => {
  subTypeFits(contract, context);
  const complain = (field: string, code: string, values = {}) => context.addIssue({ code: "custom", path: [field], message: problem(code, values) });
  if (contract.technicalFen > contract.totalFen) complain("technicalFen", "technical_above_total");
  if (contract.startsOn && contract.endsOn && contract.endsOn < contract.startsOn) complain("endsOn", "date_order", { after: contract.startsOn });
  for (const side of ["sellers", "buyers"] as const) {
    const parties = contract[side];
    if (!parties || parties.length === 0) continue;
    const sum = parties.reduce((total, one) => total + one.shareBasisPoints, 0);
    if (sum !== 10_000) complain(side, "shares_sum", { is: sum / 100 });
  }
});
