import { db } from "@/db/client";
import { liveEngine } from "@/lib/engine/live";
import { publicListing } from "@/lib/listings/public-document";
import { judgedPairs, type JudgedPair } from "@/lib/matching/judgements";
import { computeMatches } from "@/lib/matching/rematch";
import { withServices } from "../services/with-services";
import { say } from "./files";

const gain = (grade: number) => 2 ** grade - 1;
const dcg = (grades: number[]) => grades.slice(0, 10).reduce((sum, grade, i) => sum + gain(grade) / Math.log2(i + 2), 0);

/** Share of pairs of one good (2, 3) and one bad (0) judgement that stand in the right order; null without such a pair. */
function auc(ranked: number[]): number | null {
  let right = 0, all = 0;
  for (const [i, grade] of ranked.entries()) for (const after of ranked.slice(i + 1)) {
    if (grade >= 2 && after === 0) { right++; all++; } else if (grade === 0 && after >= 2) all++;
  }
  return all > 0 ? right / all : null;
}

const mean = (values: number[]) => (values.length > 0 ? (values.reduce((a, b) => a + b, 0) / values.length).toFixed(3) : "–");

/**
 * Measures today's matching on what the platform's own users have done with matches. nDCG and AUC compare judged records
 * with each other, so they need a need with different grades; the reciprocal rank is that of the best record somebody
 * asked for or dealt about, among all that the matching gives (0 where it does not give it).
 */
export async function evaluatePlatform(): Promise<void> {
  await withServices(async () => {
    const engine = liveEngine();
    if (!engine) throw new Error("There is no search server: start the site with npm start first.");
    const byNeed = new Map<string, JudgedPair[]>();
    for (const pair of await judgedPairs(db())) byNeed.set(pair.needId, [...(byNeed.get(pair.needId) ?? []), pair]);
    const ndcgs: number[] = [], aucs: number[] = [], ranks: number[] = [];
    let needs = 0;
    for (const [needId, judged] of byNeed) {
      const need = await publicListing(db(), needId);
      if (!need) continue;
      needs++;
      const place = new Map((await computeMatches(engine, need)).map((match, i) => [match.id, i]));
      const ranked = [...judged].sort((a, b) => (place.get(a.achievementId) ?? Infinity) - (place.get(b.achievementId) ?? Infinity) || a.grade - b.grade).map(({ grade }) => grade);
      const ideal = dcg([...ranked].sort((a, b) => b - a));
      if (new Set(ranked).size > 1) ndcgs.push(dcg(ranked) / ideal);
      const wanted = judged.filter(({ grade }) => grade >= 2).map(({ achievementId }) => (place.get(achievementId) ?? Infinity) + 1);
      if (wanted.length > 0) ranks.push(1 / Math.min(...wanted));
      const area = auc(ranked);
      if (area !== null) aucs.push(area);
    }
    say(`${needs} public needs with judgements; reciprocal rank ${mean(ranks)} over ${ranks.length}, nDCG@10 ${mean(ndcgs)} over ${ndcgs.length}, AUC ${mean(aucs)} over ${aucs.length} needs.`);
  });
}
