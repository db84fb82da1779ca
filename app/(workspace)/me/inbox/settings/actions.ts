"use server";

import { action } from "@/app/_server/action";
import { changeSetting } from "@/lib/digests/change-setting";

export const saveSetting = action(changeSetting, { flash: "saved" });
