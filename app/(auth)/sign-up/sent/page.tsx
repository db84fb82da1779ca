import type { Metadata } from "next";
import Link from "@/app/_components/ui/link";
import { getTranslations } from "next-intl/server";
import { env } from "@/lib/core/env";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.signUp");
  return { title: t("sentTitle") };
}

export default async function SentPage({ searchParams }: { searchParams: Promise<{ email?: string }> }) {
  const { email } = await searchParams;
  const t = await getTranslations("auth.signUp");
  const files = env().appEnv === "local" && !env().smtpUrl;
  return (
    <div className="grid max-w-[40em] gap-4">
      <h1>{t("sentTitle")}</h1>
      <p>{t("sentBody", { email: (email ?? "").slice(0, 254) })}</p>
      <p className="text-ink-2">{t("sentNothing")}</p>
      {files ? <p><Link href="/dev/mail">{t("localMail")}</Link></p> : null}
      <p><Link href="/sign-in">{t("signIn")}</Link></p>
    </div>
  );
}
