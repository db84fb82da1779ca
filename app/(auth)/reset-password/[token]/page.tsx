import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "@/app/_components/ui/link";
import { ActForm, FormField, SubmitButton } from "@/app/_components/ui/act-form";
import { reset } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.reset");
  return { title: t("title"), referrer: "no-referrer" };
}

export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const t = await getTranslations("auth.reset");
  return (
    <div className="grid max-w-[25rem] gap-5">
      <h1>{t("title")}</h1>
      <p className="text-ink-2">{t("lead")}</p>
      <ActForm action={reset} hidden={{ token }}>
        <FormField name="password" type="password" label={t("password")} hint={t("passwordHint")} required autoComplete="new-password" />
        <div><SubmitButton>{t("submit")}</SubmitButton></div>
      </ActForm>
      <p className="text-ui text-ink-2">{t.rich("otherwise", { forgot: (words) => <Link href="/forgot-password">{words}</Link> })}</p>
    </div>
  );
}
