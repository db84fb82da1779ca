import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "@/app/_components/ui/link";
import { ActForm, SubmitButton } from "@/app/_components/ui/act-form";
import { verify } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.verify");
  return { title: t("title"), referrer: "no-referrer" };
}

/** A button, not the mere visit: mail scanners open links too. */
export default async function VerifyPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const t = await getTranslations("auth.verify");
  return (
    <div className="grid max-w-[40em] gap-5">
      <h1>{t("title")}</h1>
      <p>{t("body")}</p>
      <ActForm action={verify} hidden={{ token }}><div><SubmitButton>{t("submit")}</SubmitButton></div></ActForm>
      <p className="text-ui text-ink-2">{t.rich("otherwise", { signIn: (words) => <Link href="/sign-in?next=/welcome">{words}</Link>, forgot: (words) => <Link href="/forgot-password">{words}</Link> })}</p>
    </div>
  );
}
