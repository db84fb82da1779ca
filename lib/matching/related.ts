import { countTerms, isCharacter, type Term } from "@/lib/engine/analyse";
import { expander } from "@/lib/engine/expand";
import { RELATED } from "@/lib/matching/data/related-words";

const { triggers } = expander(RELATED);

/** What a neighbouring word counts, measured by the word that is there. */
const RELATED_SHARE = 0.3;

/**
 * The terms a text gains from neighbouring words (通信 brings 通讯), each with a share of the weight of the word
 * that brought it. Terms the text has itself are left out.
 * @param text normalised
 * @param weights the weights of the text's own terms
 */
export function relatedTerms(text: string, weights: ReadonlyMap<Term, number>): Map<Term, number> {
  const gained = new Map<Term, number>();
  for (const trigger of weights.keys()) for (const member of triggers.get(trigger) ?? []) {
    if (!text.includes(member.text)) continue;
    const own = [...countTerms(member.text).keys()].filter((term) => !isCharacter(term));
    const weight = (RELATED_SHARE * own.reduce((sum, term) => sum + (weights.get(term) ?? 0), 0)) / own.length;
    for (const term of member.others) if (!weights.has(term) && weight > (gained.get(term) ?? 0)) gained.set(term, weight);
  }
  return gained;
}
