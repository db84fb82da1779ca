"use server";

import { action } from "@/app/_server/action";
import { restoreUser } from "@/lib/users/restore";
import { suspendUser } from "@/lib/users/suspend";

export const suspend = action(suspendUser, { flash: "suspended" });
export const restore = action(restoreUser, { flash: "restored" });
