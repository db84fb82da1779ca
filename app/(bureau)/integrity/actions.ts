"use server";

import { action } from "@/app/_server/action";
import { endDishonesty } from "@/lib/organisations/end-dishonesty";
import { markDishonest } from "@/lib/organisations/mark-dishonest";

export const mark = action(markDishonest, { flash: "dishonestyMarked", then: () => "/integrity" });
export const end = action(endDishonesty, { flash: "dishonestyEnded" });
