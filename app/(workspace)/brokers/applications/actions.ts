"use server";

import { action } from "@/app/_server/action";
import { approveBroker } from "@/lib/brokers/approve";
import { restoreBroker } from "@/lib/brokers/restore";
import { sendBackBroker } from "@/lib/brokers/send-back";
import { suspendBroker } from "@/lib/brokers/suspend";

export const approve = action(approveBroker, { flash: "brokerApproved" });
export const sendBack = action(sendBackBroker, { flash: "brokerSentBack" });
export const suspend = action(suspendBroker, { flash: "suspended" });
export const restore = action(restoreBroker, { flash: "restored" });
