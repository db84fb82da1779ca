import { getTranslations } from "next-intl/server";
import { DemoChip } from "@/app/_components/listing/demo-chip";
import { codeName } from "@/lib/codes/lists";
import { maturityName } from "@/lib/codes/maturity";
import { districtShortName } from "@/lib/codes/places";
import { formatDate } from "@/lib/core/dates";
import { formatMoney, formatMoneyRange } from "@/lib/core/money";
import type { SearchDocument } from "@/lib/engine/document";
import { Marked } from "./marked";

type Ranges = readonly (readonly [number, number])[];
type Props = { document: SearchDocument; titleRanges?: Ranges; excerpt?: { text: string; ranges: Ranges }; showKind?: boolean; level?: 2 | 3 };

export function listingHref(document: Pick<SearchDocument, "id" | "kind">): string {
  return `/${document.kind === "need" ? "needs" : "achievements"}/${document.id}`;
}

/** One record in a result list: title, who and where and when, one excerpt, the facts that differ. */
export async function ListingResult({ document, titleRanges = [], excerpt, showKind, level = 2 }: Props) {
  const t = await getTranslations("search");
  const Heading = level === 2 ? "h2" : "h3";
  const where = [document.organisationName, document.district ? districtShortName(document.district) : null, formatDate(new Date(document.publishedAt * 1000), "table")].filter(Boolean);
  return (
    <article className="grid gap-1">
      <Heading className="text-h3">
        <a href={listingHref(document)} className="visited:text-visited"><Marked text={document.title} ranges={titleRanges} /></a>
      </Heading>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-dense text-ink-3">
        {showKind ? <span className="font-semibold text-ink-2">{t(`kind.${document.kind}`)}</span> : null}
        <span>{where.join(" / ")}</span>
        <DemoChip demo={document.demo} small />
      </p>
      {excerpt?.text ? <p className="line-clamp-2 max-w-[46em] text-ink-2"><Marked text={excerpt.text} ranges={excerpt.ranges} /></p> : null}
      <p className="flex flex-wrap gap-x-5 gap-y-1 text-dense">
        {facts(document, t).map((fact) => <span key={fact} className="whitespace-nowrap">{fact}</span>)}
      </p>
    </article>
  );
}

function facts(document: SearchDocument, t: Awaited<ReturnType<typeof getTranslations<"search">>>): string[] {
  const level = document.maturity ? t(document.kind === "need" ? "requires" : "level", { level: document.maturity, name: maturityName(document.maturity) }) : null;
  const modes = document.modes.slice(0, 3).map((mode) => codeName("mode", mode)).join(t("comma"));
  const money = document.kind === "need"
    ? document.budgetMaxFen ? t("budget", { amount: document.budgetMinFen ? formatMoneyRange(document.budgetMinFen, document.budgetMaxFen) : formatMoney(document.budgetMaxFen) }) : t("budgetOpen")
    : document.priceFen ? t("price", { amount: formatMoney(document.priceFen) }) : t("priceOpen");
  const ends = document.deadline ? t("until", { date: formatDate(new Date(document.deadline * 1000), "table") }) : null;
  return [level, modes, money, ends].filter((fact): fact is string => Boolean(fact));
}
