"use server";

import { action } from "@/app/_server/action";
import { sendAgain } from "@/lib/notifications/send-again";

export const send = action(sendAgain, { flash: "mailSentAgain", then: () => "/operations/jobs" });
