"use server";

import { action } from "@/app/_server/action";
import { verifyEmail } from "@/lib/users/verify-email";

export const verify = action(verifyEmail, { then: () => "/sign-in?next=/welcome", flash: "emailVerified" });
