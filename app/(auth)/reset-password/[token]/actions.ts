"use server";

import { action } from "@/app/_server/action";
import { resetPassword } from "@/lib/users/reset-password";

export const reset = action(resetPassword, { then: () => "/sign-in", flash: "passwordReset" });
