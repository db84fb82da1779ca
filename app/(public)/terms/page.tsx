import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LegalText } from "@/app/_components/legal/legal-text";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("legal.terms");
  return { title: t("title") };
}

export default function TermsPage() {
  return <LegalText which="terms" />;
}
