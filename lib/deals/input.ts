import { z } from "zod";
import { techAreaCodes } from "@/lib/codes/code-sets";
import { classification, endsAfterStart, nature, parties, sharesAddUp, subTypeFits, technicalFits } from "@/lib/contracts/input";
import { flag, line, moneyFen, oneOf, optional, place, plainDate, recordId, text } from "@/lib/core/fields";
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
export const paperInput = z.object({ dealId: recordId(), fileId: recordId() });
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
}).refine(...technicalFits).refine(...endsAfterStart);

export const signInput = z.object({
  dealId: recordId(),
  ...classification,
  /** Left out, the record from which the deal grew says it; emptied, nobody does. */
  ipKind: classification.ipKind.optional(),
  title: line({ min: 2, max: 100 }),
  totalFen: moneyFen({ min: 1 }),
  technicalFen: moneyFen(),
  signedOn: plainDate(),
  startsOn: optional(plainDate()),
  endsOn: optional(plainDate()),
  sellerPlace: place(),
  buyerPlace: place(),
  sellerNature: nature.optional(),
  buyerNature: nature.optional(),
  /** Where nothing is said of it, the record from which the deal grew says it; emptied it is wanted. */
  techArea: oneOf(techAreaCodes).optional(),
  payment: optional(text(0, 1000)),
  knowingLarge: flag(),
  /** Further parties; without them each side is its organisation with 10,000. */
  ...parties,
}).refine(...subTypeFits).refine(...technicalFits).refine(...endsAfterStart).refine(...sharesAddUp("sellers")).refine(...sharesAddUp("buyers"));
