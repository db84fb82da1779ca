import { getTranslations } from "next-intl/server";
import { DemoChip } from "@/app/_components/listing/demo-chip";
import { codeName } from "@/lib/codes/lists";
import { maturityName } from "@/lib/codes/maturity";
import { districtShortName } from "@/lib/codes/places";
import { formatDate } from "@/lib/core/dates";
import { formatMoney, formatMoneyRange } from "@/lib/core/money";
import type { SearchDocument } from "@/lib/engine/document";
import { peopleAskedFor } from "@/lib/engine/people";
import type { Ranges } from "./marked";
import { ResultList, type ResultRow } from "./result-list";

type Hit = { document: SearchDocument; titleRanges?: Ranges; excerpt?: { text: string; ranges: Ranges } };
type Props = { hits: readonly Hit[]; /** What was asked for: a person's name is said where it led to the record. */ typed?: string; showKind?: boolean; level?: 2 | 3; phone?: number };

export function listingHref(document: Pick<SearchDocument, "id" | "kind">): string {
  return `/${document.kind === "need" ? "needs" : "achievements"}/${document.id}`;
}

/** Records in a result list: title, who and where and when, one excerpt, the facts that differ. */
export async function ListingResults({ hits, typed = "", showKind, level = 2, phone }: Props) {
  const t = await getTranslations("search");
  const rows = hits.map(({ document, titleRanges = [], excerpt }): ResultRow => ({
    href: listingHref(document), title: document.title, ...(titleRanges.length > 0 ? { marks: titleRanges } : {}),
    ...(showKind ? { kind: t(`kind.${document.kind}`) } : {}),
    where: [document.organisationName, document.district ? districtShortName(document.district) : null].filter(Boolean).join(" / "), on: formatDate(new Date(document.publishedAt * 1000), "table"),
    ...(excerpt?.text ? { text: excerpt.text, ...(excerpt.ranges.length > 0 ? { textMarks: excerpt.ranges } : {}) } : {}),
    facts: [...people(document, typed, t), ...facts(document, t)], ...(document.demo ? { demo: 1 as const } : {}),
  }));
  return <ResultList rows={rows} level={level} demo={<DemoChip demo small />} {...(phone === undefined ? {} : { phone })} />;
}

function people(document: SearchDocument, typed: string, t: Awaited<ReturnType<typeof getTranslations<"search">>>): string[] {
  const names = peopleAskedFor(document, typed);
  return names.length > 0 ? [t("completers", { names: names.join(t("comma")) })] : [];
}

function facts(document: SearchDocument, t: Awaited<ReturnType<typeof getTranslations<"search">>>): string[] {
  const level = document.maturity ? t(document.kind === "need" ? "requires" : "level", { level: document.maturity, name: maturityName(document.maturity) }) : null;
  const modes = document.modes.slice(0, 3).map((mode) => codeName("mode", mode)).join(t("comma"));
  const money = moneyOf(document, t);
  const ends = document.deadline ? t("until", { date: formatDate(new Date(document.deadline * 1000), "table") }) : null;
  return [level, modes, money, ends].filter((fact): fact is string => Boolean(fact));
}

/** Negotiable and kept back are two things. What is kept back is not told by this either: of a price that is not public it is not said whether there is one. */
function moneyOf({ kind, money, priceFen, budgetMinFen, budgetMaxFen }: SearchDocument, t: Awaited<ReturnType<typeof getTranslations<"search">>>): string | null {
  if (money === "withheld" || money === "negotiable") return t(`${kind === "need" ? "budgetOpen" : "priceOpen"}.${money}`);
  if (kind === "need") return budgetMaxFen ? t("budget", { amount: budgetMinFen ? formatMoneyRange(budgetMinFen, budgetMaxFen) : formatMoney(budgetMaxFen) }) : null;
  return priceFen ? t(money === "fixed" ? "priceFixed" : "price", { amount: formatMoney(priceFen) }) : null;
}
