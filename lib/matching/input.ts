import { z } from "zod";
import { dismissalReasons } from "@/lib/interests/states";

export const dismissInput = z.object({
  needId: z.uuid(),
  achievementId: z.uuid(),
  reason: z.enum(dismissalReasons, { error: "required" }),
  note: z.string().trim().max(200).optional(),
});

export const undoDismissalInput = z.object({ needId: z.uuid(), achievementId: z.uuid() });
