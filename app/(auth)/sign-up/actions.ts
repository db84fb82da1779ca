"use server";

import { getTranslations } from "next-intl/server";
import { action, formToObject, type FormState } from "@/app/_server/action";
import { typedValues } from "@/app/_server/form-data";
import { networkAddress } from "@/app/_server/request";
import { countAttempt, networkOf } from "@/lib/users/limits";
import { register } from "@/lib/users/register";

const signUpAct = action(register, {
  input: formToObject,
  then: (result) => `/sign-up/sent?email=${encodeURIComponent(result.email)}`,
});

export async function signUp(state: FormState, form: FormData): Promise<FormState> {
  const minutes = await countAttempt("register", networkOf(await networkAddress()));
  if (minutes > 0) {
    const t = await getTranslations("errors.act");
    return { ok: false, message: t("too_often", { minutes }), values: typedValues(form) };
  }
  return signUpAct(state, form);
}
