import type { ElementName, SearchDocument } from "@/lib/engine/document";
import type { Term } from "@/lib/engine/analyse";
import type { Entry } from "@/lib/engine/forward";
import { rarity } from "@/lib/engine/statistics";
import { askedOf } from "@/lib/matching/asked";
import type { ComparedFigure } from "@/lib/matching/compare-figures";
import type { PairContext, PairScore } from "@/lib/matching/pair";
import { sharedWords } from "@/lib/matching/shared-words";
import { needWeights } from "@/lib/matching/terms";

/**
 * Why a pair is suggested: codes with values, said in words by lib/messages/zh-CN/matching.json (`reasons.<code>`).
 * Everything comes out of two public documents and, for figures (`withFigures`), out of public rows, so a reason can tell nobody what the other side keeps back.
 */
export type Reason =
  | { code: "shared_words"; words: string[] }
  | { code: "same_direction" | "same_field" | "same_industry"; term: string }
  | { code: "element_covered" | "element_partly" | "element_open"; element: ElementName }
  | { code: "figures_met" | "figures_missed"; figures: ComparedFigure[] }
  | { code: "maturity_met"; required: number; offered: number }
  | { code: "maturity_gap"; required: number; offered: number; gap: number }
  | { code: "modes_shared"; modes: string[] }
  | { code: "modes_differ"; wanted: string[]; offered: string[] }
  | { code: "money_within" | "money_above"; priceFen: number; budgetFen: number }
  | { code: "same_district" | "same_city" | "same_province"; district: string }
  | { code: "missing"; side: "need" | "achievement"; field: MissingField };

/** What a reader of the public text looks for in vain. That it is missing there is all that is said: it may be kept back or not known. What is said to be negotiable is said. */
export type MissingField = "field" | "maturity" | "modes" | "elements" | "summary" | "budget" | "price" | "deadline" | "place" | "indicators" | "scenes";

function fieldReasons(need: SearchDocument, achievement: SearchDocument): Reason[] {
  if (need.direction && need.direction === achievement.direction) return [{ code: "same_direction", term: need.direction }];
  if (need.field && need.field === achievement.field) return [{ code: "same_field", term: need.field }];
  if (need.industry && need.industry === achievement.industry) return [{ code: "same_industry", term: need.industry }];
  return [];
}

function conditionReasons(need: SearchDocument, achievement: SearchDocument): Reason[] {
  const reasons: Reason[] = [];
  if (need.maturity !== null && achievement.maturity !== null) {
    const both = { required: need.maturity, offered: achievement.maturity };
    reasons.push(both.offered >= both.required ? { code: "maturity_met", ...both } : { code: "maturity_gap", ...both, gap: both.required - both.offered });
  }
  if (need.modes.length > 0 && achievement.modes.length > 0) {
    const modes = need.modes.filter((mode) => achievement.modes.includes(mode));
    reasons.push(modes.length ? { code: "modes_shared", modes } : { code: "modes_differ", wanted: need.modes, offered: achievement.modes });
  }
  const budgetFen = need.budgetMaxFen ?? need.budgetMinFen;
  if (budgetFen !== null && achievement.priceFen !== null) {
    reasons.push({ code: achievement.priceFen <= budgetFen ? "money_within" : "money_above", priceFen: achievement.priceFen, budgetFen });
  }
  const district = achievement.district;
  if (need.district && district) {
    if (need.district === district) reasons.push({ code: "same_district", district });
    else if (need.district.slice(0, 4) === district.slice(0, 4)) reasons.push({ code: "same_city", district });
    else if (need.district.slice(0, 2) === district.slice(0, 2)) reasons.push({ code: "same_province", district });
  }
  return reasons;
}

function missingReasons(need: SearchDocument, achievement: SearchDocument): Reason[] {
  const common = ({ field, industry, direction, maturity, modes, district, summary, body }: SearchDocument) => ({
    field: !field && !industry && !direction, maturity: maturity === null, modes: modes.length === 0, place: !district, summary: !summary && !body,
  });
  const reasons = (side: "need" | "achievement", lacks: Partial<Record<MissingField, boolean>>) =>
    (Object.keys(lacks) as MissingField[]).filter((field) => lacks[field]).map((field): Reason => ({ code: "missing", side, field }));
  const elements = Object.values(need.elements ?? {}).every((element) => !element);
  return [
    ...reasons("need", { ...common(need), elements, budget: need.budgetMaxFen === null && need.budgetMinFen === null && need.money !== "negotiable", deadline: need.deadline === null }),
    ...reasons("achievement", { ...common(achievement), price: achievement.priceFen === null && achievement.money !== "negotiable" }),
  ];
}

/** What each term of a need weighs, and its heaviest one. */
export interface ReadNeed { weightOf(term: Term): number; heaviest: number }

/** Reads a need for `explain`: once, however many pairs of it are explained. */
export function readNeed(context: PairContext, need: Entry): ReadNeed {
  const weights = needWeights(need, context.needs);
  const weightOf = (term: Term) => (weights.get(term) ?? 0) * rarity(context.achievements, term);
  let heaviest = 0;
  for (const term of weights.keys()) heaviest = Math.max(heaviest, weightOf(term));
  return { weightOf, heaviest };
}

/** Compared in small letters, read as its author wrote it: SiC, not sic. Chinese stays in its simple characters. */
function asWritten(word: string, { title, keywords, summary, body }: SearchDocument): string {
  if (!/[a-z]/.test(word)) return word;
  const text = [title, ...keywords, summary, body].join("\n").normalize("NFKC"), at = text.toLowerCase().indexOf(word);
  return at < 0 ? word : text.slice(at, at + word.length);
}

const ELEMENT_CODES: string[] = ["element_covered", "element_partly", "element_open"];

/** Reasons in the order in which they are read: what speaks for it, what is open, what nobody has said. */
export function explain({ weightOf, heaviest }: ReadNeed, need: Entry, achievement: Entry, scored: PairScore): Reason[] {
  const telling = heaviest * 0.25;
  const shared = sharedWords(`${need.title}\n${askedOf(need.rest)}`, `${achievement.title}\n${achievement.rest}`, weightOf, 8, telling).map(({ text }) => text);
  const words = shared.map((text) => asWritten(text, need.document));
  // What is not covered is not thereby unsaid: a shared word may be one of its own.
  const isTouched = (element: ElementName) => sharedWords(need.document.elements?.[element] ?? "", shared.join("\n"), weightOf, 1, telling).length > 0;
  const elements = (Object.entries(scored.elements) as [ElementName, boolean][])
    .map(([element, covered]): Reason => ({ code: covered ? "element_covered" : isTouched(element) ? "element_partly" : "element_open", element }));
  return [
    ...(words.length ? [{ code: "shared_words", words } as const] : []),
    ...fieldReasons(need.document, achievement.document),
    ...elements.sort((a, b) => ELEMENT_CODES.indexOf(a.code) - ELEMENT_CODES.indexOf(b.code)),
    ...conditionReasons(need.document, achievement.document),
    ...missingReasons(need.document, achievement.document),
  ];
}
