import Link from "@/app/_components/ui/link";
import { getTranslations } from "next-intl/server";
import { PublicShell } from "@/app/_components/shell/public-shell";
import { ChartSection } from "./chart-section";
import { ContrastSection } from "./contrast-section";
import { FieldSection } from "./field-section";
import { ListSection } from "./list-section";
import { RecordSection } from "./record-section";
import { TokenSection } from "./token-section";

export async function generateMetadata() {
  const t = await getTranslations("design");
  return { title: t("title") };
}

export default async function DesignPage() {
  const t = await getTranslations("design");
  return (
    <PublicShell user={null}>
      <div className="measure grid gap-12 py-8">
        <header className="grid gap-3">
          <h1>{t("title")}</h1>
          <p className="text-lead text-ink-2">{t("lead")}</p>
          <p><Link href="/design/desk">{t("desk")}</Link></p>
        </header>
        <TokenSection />
        <ContrastSection />
        <FieldSection />
        <ListSection />
        <RecordSection />
        <ChartSection />
      </div>
    </PublicShell>
  );
}
