import { z } from "zod";
import { isPlace } from "@/lib/codes/places";
import { line, optional, place, problem, recordId, shortTexts, text } from "@/lib/core/fields";

export const applyInput = z.object({
  introduction: text(20, 500),
  certificate: optional(line({ max: 60 })),
  fieldCodes: shortTexts({ max: 8, each: 8 }),
  districtCode: optional(place()).refine((code) => code === null || isPlace(code), problem("choose")),
  organisationId: optional(recordId()),
});
/** What was verified is the certificate: it is not changed without asking again. */
export const changeProfileInput = applyInput.omit({ certificate: true });
export const brokerInput = z.object({ brokerId: recordId() });
export const remarkInput = z.object({ brokerId: recordId(), remark: text(2, 300) });
