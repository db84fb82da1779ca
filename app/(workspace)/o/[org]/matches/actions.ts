"use server";

import { action } from "@/app/_server/action";
import { dismiss } from "@/lib/matching/dismiss";
import { undoDismissal } from "@/lib/matching/undo-dismissal";

export const dismissMatch = action(dismiss, { flash: "match_dismissed" });
export const undoMatchDismissal = action(undoDismissal, { flash: "match_restored" });
