import type { Metadata } from "next";
import Link from "@/app/_components/ui/link";
import { getTranslations } from "next-intl/server";
import { ActForm, FormField, SubmitButton } from "@/app/_components/ui/act-form";
import { consentVersion } from "@/lib/users/consent";
import { signUp } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.signUp");
  return { title: t("title") };
}

export default async function SignUpPage({ searchParams }: { searchParams: Promise<{ email?: string }> }) {
  const { email } = await searchParams;
  const t = await getTranslations("auth.signUp");
  return (
    <div className="grid gap-10 lg:grid-cols-[25rem_minmax(0,1fr)]">
    <div className="grid content-start gap-5">
      <h1>{t("title")}</h1>
      <p className="text-ink-2">{t("lead")}</p>
      <ActForm action={signUp}>
        <FormField name="name" label={t("name")} hint={t("nameHint")} required autoComplete="name" width="full" />
        <FormField name="email" type="email" label={t("email")} hint={t("emailHint")} required autoComplete="email" width="full" defaultValue={email} />
        <FormField name="password" type="password" label={t("password")} hint={t("passwordHint")} required autoComplete="new-password" />
        <FormField name="consent" type="checkbox" label={t("consent")} hint={t("consentHint", { version: consentVersion })} />
        <p className="flex gap-4 text-dense"><Link href="/terms" target="_blank">{t("terms")}</Link><Link href="/privacy" target="_blank">{t("privacy")}</Link></p>
        <div><SubmitButton>{t("submit")}</SubmitButton></div>
      </ActForm>
      <p className="text-ui text-ink-2">{t("haveAccount")} <Link href="/sign-in">{t("signIn")}</Link></p>
    </div>
      <section aria-labelledby="afterwards" className="panel self-start">
        <h2 id="afterwards" className="text-h3">{t("next")}</h2>
        <ol className="ledger mt-2">
          {(["mail", "organisation", "work"] as const).map((step, at) => (
            <li key={step} className="grid grid-cols-[2rem_minmax(0,1fr)] items-baseline">
              <span aria-hidden className="text-h3 font-semibold text-accent">{at + 1}</span>
              <span><strong className="block">{t(`step.${step}`)}</strong><span className="text-dense text-ink-2">{t(`step.${step}Text`)}</span></span>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}
