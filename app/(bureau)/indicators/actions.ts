"use server";

import { action } from "@/app/_server/action";
import { reportValue } from "@/lib/targets/report-value";
import { setTarget } from "@/lib/targets/set-target";

export const report = action(reportValue, { flash: "valueReported" });
export const set = action(setTarget, { flash: "targetSet" });
