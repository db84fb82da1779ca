import { z } from "zod";
import { recordId } from "@/lib/core/fields";
import { recordIds } from "@/lib/core/record-ids";

export const claimInput = z.object({ reviewIds: recordIds() });
export const releaseInput = z.object({ reviewId: recordId() });
export const nextInput = z.object({});
