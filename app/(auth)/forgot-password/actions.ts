"use server";

import { getTranslations } from "next-intl/server";
import { action, type FormState } from "@/app/_server/action";
import { countAttempt } from "@/lib/users/limits";
import { requestReset } from "@/lib/users/request-reset";

const handle = action(requestReset, { then: (result) => `/forgot-password?sent=${encodeURIComponent(result.email)}` });

export async function forgot(state: FormState, form: FormData): Promise<FormState> {
  const email = String(form.get("email") ?? "").trim().toLowerCase().slice(0, 254);
  const minutes = await countAttempt("mail-request", email);
  if (minutes > 0) {
    const t = await getTranslations("errors.act");
    return { ok: false, message: t("too_often", { minutes }), values: { email } };
  }
  return handle(state, form);
}
