import { z } from "zod";
import { problem, recordId } from "@/lib/core/fields";

export const claimInput = z.object({
  reviewIds: z.preprocess((typed) => (typeof typed === "string" ? [typed] : typed), z.array(recordId(), problem("choose")).min(1, problem("choose")).max(100)),
});
export const releaseInput = z.object({ reviewId: recordId() });
export const nextInput = z.object({});
