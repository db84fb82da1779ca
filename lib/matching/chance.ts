import { likenessOf, type PairContext } from "@/lib/matching/pair";
import { TITLES_CHANCE } from "@/lib/matching/score";
import { breather } from "@/lib/matching/vectors";

/** So many pairs of a market are believed as much as what was measured elsewhere: in a market of three records all may be partners. */
const IMAGINED_PAIRS = 100;

/**
 * What a need and an achievement of this market have in common by chance: the median likeness of some hundred strangers.
 * Where both sides write pages they share far more than two titles do, without fitting any better.
 */
export async function measureChance(context: PairContext): Promise<number> {
  const breathe = breather(), found: number[] = [];
  for (const need of context.needs.few) for (const achievement of context.achievements.few) {
    found.push(likenessOf(context, need, achievement));
    await breathe();
  }
  const median = found.sort((a, b) => a - b)[found.length >> 1] ?? 0;
  return (median * found.length + TITLES_CHANCE * IMAGINED_PAIRS) / (found.length + IMAGINED_PAIRS);
}
