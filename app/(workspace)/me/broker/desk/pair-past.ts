import { getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/core/dates";
import type { PairFact } from "@/lib/introductions/past";

export type PastWords = { lines: { at: string; words: string }[]; older?: string };

const first = 1;

/** What has already happened to a pair, newest first, in words; `older` unfolds what lies behind the first line. */
export async function pastWords(facts: PairFact[]): Promise<PastWords> {
  const t = await getTranslations("desk.past");
  const m = await getTranslations("matches");
  const words = (fact: PairFact): string => {
    const side = "side" in fact ? m(`kind.${fact.side}`) : "";
    const other = "side" in fact ? m(`counterpart.${fact.side}`) : "";
    const reason = "reason" in fact && fact.reason ? m(`reason.${fact.reason}`) : "";
    if (fact.code === "marked") return fact.note ? t("markedNote", { mark: t(`mark.${fact.kind}`), note: fact.note }) : t(`mark.${fact.kind}`);
    return t(fact.code === "interest_declined" && !reason ? "interest_declined_bare" : fact.code, { side, other, reason });
  };
  return { lines: facts.map((fact) => ({ at: formatDateTime(fact.at), words: words(fact) })), ...(facts.length > first ? { older: t("more", { count: facts.length - first }) } : {}) };
}
