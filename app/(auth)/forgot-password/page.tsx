import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActForm, FormField, SubmitButton } from "@/app/_components/ui/act-form";
import { NoticeBar } from "@/app/_components/ui/notice-bar";
import { forgot } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.forgot");
  return { title: t("title") };
}

export default async function ForgotPage({ searchParams }: { searchParams: Promise<{ sent?: string }> }) {
  const { sent } = await searchParams;
  const t = await getTranslations("auth.forgot");
  return (
    <div className="grid max-w-[25rem] gap-5">
      <h1>{t("title")}</h1>
      {sent ? <NoticeBar tone="ok">{t("sent", { email: sent.slice(0, 254) })}</NoticeBar> : null}
      <p className="text-ink-2">{t("lead")}</p>
      <ActForm action={forgot}>
        <FormField name="email" type="email" label={t("email")} required autoComplete="email" width="full" />
        <div><SubmitButton>{t("submit")}</SubmitButton></div>
      </ActForm>
    </div>
  );
}
