"use server";

import { action } from "@/app/_server/action";
import { requestReset } from "@/lib/users/request-reset";

export const forgot = action(requestReset, { then: (result) => `/forgot-password?sent=${encodeURIComponent(result.email)}` });
