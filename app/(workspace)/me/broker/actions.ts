"use server";

import { action, formToObject } from "@/app/_server/action";
import { applyAsBroker } from "@/lib/brokers/apply";
import { changeBrokerProfile } from "@/lib/brokers/change-profile";

const withFields = (form: FormData) => ({ fieldCodes: [], ...formToObject(form) });

export const apply = action(applyAsBroker, { input: withFields, flash: "brokerApplied" });
export const change = action(changeBrokerProfile, { input: withFields, flash: "saved" });
