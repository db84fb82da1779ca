import { z } from "zod";
import { oneOf, optional, plainDate, recordId, text } from "@/lib/core/fields";
import { introductionSides, markKinds } from "./states";

export const markInput = z.object({
  needId: recordId(),
  achievementId: recordId(),
  kind: oneOf(markKinds),
  note: optional(text(1, 300)),
  dueOn: optional(plainDate()),
});

export const undoMarkInput = z.object({ markId: recordId() });

export const introduceInput = z.object({
  needId: recordId(),
  achievementId: recordId(),
  side: oneOf(introductionSides),
  message: text(5, 300),
});
