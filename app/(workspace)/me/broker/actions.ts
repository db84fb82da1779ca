"use server";

import { action, formToObject } from "@/app/_server/action";
import { applyAsBroker } from "@/lib/brokers/apply";

export const apply = action(applyAsBroker, { input: (form) => ({ fieldCodes: [], ...formToObject(form) }), flash: "brokerApplied" });
