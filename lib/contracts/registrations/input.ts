import { z } from "zod";
import { between } from "@/lib/core/between";
import { flag, line, moneyFen, optional, plainDate, problem, recordId, text } from "@/lib/core/fields";

export const registrationInput = z.object({ contractId: recordId() });
export const acceptInput = registrationInput.extend({ acceptedOn: optional(plainDate()) });
export const remarkInput = z.object({ contractId: recordId(), remark: text(4, 1000) });

/** 16 places today, 14 on older certificates (domain B3). */
const closedUp = (typed: string) => typed.normalize("NFKC").replace(/[\s-]/gu, "").toUpperCase();
const officialNumber = line({ max: 40 }).transform((typed, context) => {
  const number = closedUp(typed);
  if (!/^[0-9A-Z]{14,16}$/.test(number)) context.issues.push({ code: "custom", message: problem("official_number", { is: number.length }), input: typed });
  return number;
});

/** `knowingLarge`: the registrar has looked again at an amount that is questioned (`large-amount`). */
const amounts = { recognisedTotalFen: moneyFen({ min: 1 }), recognisedTechnicalFen: moneyFen(), knowingLarge: flag() };
const technicalFits = between<{ recognisedTotalFen: number; recognisedTechnicalFen: number }>(["recognisedTotalFen", "recognisedTechnicalFen"],
  ({ recognisedTotalFen, recognisedTechnicalFen }) => recognisedTechnicalFen <= recognisedTotalFen, { at: "recognisedTechnicalFen", code: "technical_above_total" });

/** `joinsImported`: the record in the imported ledger that bears the number `joinsImportedOf` is the same contract; said of one number, it holds for no other. `knowingEnded`: the registrar knows that the parties have ended the contract. */
export const registerInput = z.object({ contractId: recordId(), officialNumber, registeredOn: plainDate(), ...amounts, remark: optional(text(0, 1000)), joinsImported: flag(), joinsImportedOf: optional(line({ max: 40 })).transform((typed) => (typed ? closedUp(typed) : null)), knowingEnded: flag() }).refine(...technicalFits);
export const changeInput = z.object({ contractId: recordId(), changedOn: plainDate(), ...amounts, remark: text(4, 1000) }).refine(...technicalFits);
export const cancelInput = z.object({ contractId: recordId(), cancelledOn: plainDate(), remark: text(4, 1000) });
