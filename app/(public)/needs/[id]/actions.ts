"use server";

import { action } from "@/app/_server/action";
import { restore } from "@/lib/needs/restore";
import { suspend } from "@/lib/needs/suspend";

export const suspendAction = action(suspend, { flash: "listingSuspended" });
export const restoreAction = action(restore, { flash: "listingRestored" });
