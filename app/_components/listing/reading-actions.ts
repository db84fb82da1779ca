"use server";

import { action } from "@/app/_server/action";
import { correctTerm } from "@/lib/readings/correct-term";
import { undoCorrection } from "@/lib/readings/undo-correction";

export const correctTermAction = action(correctTerm);
export const undoCorrectionAction = action(undoCorrection);
