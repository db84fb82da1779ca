"use server";

import { action } from "@/app/_server/action";
import { correctRule } from "@/lib/codes/correct-rule";

export const correct = action(correctRule, { flash: "ruleCorrected" });
