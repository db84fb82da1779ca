import { z } from "zod";
import { directionOf, fieldOf } from "@/lib/codes/taxonomy";
import { line, problem, recordId } from "@/lib/core/fields";
import { termCorrectionKinds } from "@/db/schema";

export const correctTermInput = z.object({ listingId: recordId(), correction: z.enum(termCorrectionKinds), term: line({ min: 2, max: 24 }) });
export const undoCorrectionInput = z.object({ correctionId: recordId() });

/** A field (EQ02) or a direction (EQ02-03) of the plan. */
const placeCode = z.string().max(20).refine((code) => (code.includes("-") ? directionOf(code) : fieldOf(code)) !== undefined, problem("choose"));
export const adoptPlaceInput = z.object({ listingId: recordId(), lock: z.coerce.number().int().min(0), session: recordId(), code: placeCode });
