"use server";

import { action } from "@/app/_server/action";
import { reportValue } from "@/lib/targets/report-value";
import { setTarget } from "@/lib/targets/set-target";
import { withdrawReport } from "@/lib/targets/withdraw-report";
import { withdrawTarget } from "@/lib/targets/withdraw-target";

export const report = action(reportValue, { flash: "valueReported" });
export const withdrawReported = action(withdrawReport, { flash: "reportWithdrawn" });
export const withdrawSet = action(withdrawTarget, { flash: "targetWithdrawn" });
export const set = action(setTarget, { flash: "targetSet" });
