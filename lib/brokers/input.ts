import { z } from "zod";
import { line, optional, recordId, shortTexts, text } from "@/lib/core/fields";

export const applyInput = z.object({
  introduction: text(20, 500),
  certificate: optional(line({ max: 60 })),
  fieldCodes: shortTexts({ max: 8, each: 8 }),
  districtCode: optional(line({ max: 6 })),
  organisationId: optional(recordId()),
});
export const brokerInput = z.object({ brokerId: recordId() });
export const remarkInput = z.object({ brokerId: recordId(), remark: text(2, 300) });
