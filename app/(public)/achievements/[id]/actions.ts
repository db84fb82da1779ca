"use server";

import { action } from "@/app/_server/action";
import { restore } from "@/lib/achievements/restore";
import { suspend } from "@/lib/achievements/suspend";

export const suspendAction = action(suspend, { flash: "listingSuspended" });
export const restoreAction = action(restore, { flash: "listingRestored" });
