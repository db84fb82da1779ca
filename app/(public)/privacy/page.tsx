import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LegalText } from "@/app/_components/legal/legal-text";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("legal.privacy");
  return { title: t("title") };
}

export default function PrivacyPage() {
  return <LegalText which="privacy" />;
}
