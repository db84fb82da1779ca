import { z } from "zod";
import { accepted, email, line, optional, password, personName, problem, recordId, text } from "@/lib/core/fields";
import { isPersonal } from "@/lib/core/weak-password";

export const registerInput = z.object({ email: email(), password: password(), name: personName(), consent: accepted() })
  .refine(({ password, email, name }) => !isPersonal(password, [email, name]), { path: ["password"], error: problem("password_personal") });
export const mailInput = z.object({ email: email() });
export const tokenInput = z.object({ token: line({ max: 200 }) });
export const resetPasswordInput = z.object({ token: line({ max: 200 }), password: password() });
export const profileInput = z.object({ name: personName() });
/** `sessionId`: that one; without it all except `keep`. */
export const revokeSessionsInput = z.object({ sessionId: optional(recordId()), keep: optional(recordId()) });
export const suspendInput = z.object({ userId: recordId(), reason: text(2, 200) });
export const userInput = z.object({ userId: recordId() });
/** `oneself`: said when it is one's own right that goes. */
export const revokeOperatorInput = z.object({ userId: recordId(), oneself: z.preprocess((ticked) => ticked === true || ticked === "on" || ticked === "true", z.boolean()) });
export const nothing = z.object({});
