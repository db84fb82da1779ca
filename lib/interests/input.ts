import { z } from "zod";
import { oneOf, optional, recordId, text } from "@/lib/core/fields";
import { dismissalReasons } from "./states";

export const sendInput = z.object({
  targetListingId: recordId(),
  ownListingId: optional(recordId()),
  message: text(5, 1000),
});

export const interestInput = z.object({ interestId: recordId() });

export const declineInput = z.object({
  interestId: recordId(),
  reason: oneOf(dismissalReasons),
  answer: optional(text(0, 500)),
});
