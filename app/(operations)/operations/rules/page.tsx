import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RulesPage } from "@/app/_components/rules/rules-page";
import { requireOperator } from "@/app/_server/actor";

type Props = { searchParams: Promise<{ rule?: string; from?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("codes.rulesPage"))("heading") };
}

export default async function OperatorsRulesPage({ searchParams }: Props) {
  return <RulesPage actor={await requireOperator()} path="/operations/rules" query={await searchParams} />;
}
