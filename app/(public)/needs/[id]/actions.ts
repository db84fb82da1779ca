"use server";

import { action } from "@/app/_server/action";
import { restore, suspend } from "@/lib/needs/acts";

export const suspendAction = action(suspend, { flash: "listingSuspended" });
export const restoreAction = action(restore, { flash: "listingRestored" });
