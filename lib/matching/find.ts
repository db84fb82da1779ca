import { termText } from "@/lib/engine/analyse";
import type { SearchDocument } from "@/lib/engine/document";
import { entryOf, type Entry } from "@/lib/engine/forward";
import { LEARNT } from "@/lib/engine/meaning-store";
import { knowledgeOf } from "@/lib/engine/knowledge";
import { EngineUnavailable, type EngineQuery, type ListingFilter, type SearchEngine } from "@/lib/engine/port";
import { explain, readNeed, type ReadNeed, type Reason } from "@/lib/matching/explain";
import { marketOf } from "@/lib/matching/market";
import { achievementVector, needVector, scorePair, understood, type PairContext, type PairScore } from "@/lib/matching/pair";
import { levelOf, type MatchLevel } from "@/lib/matching/score";
import { achievementQuery, keyTerms, type KeyTerm } from "@/lib/matching/terms";
import { padded } from "@/lib/matching/vectors";
import { achievementDocument, needDocument, type AchievementText, type NeedText } from "@/lib/matching/texts";

export interface Match extends PairScore {
  /** The listing found: an achievement for a need, a need for an achievement. */
  id: string;
  level: MatchLevel | null;
  reasons: Reason[];
  document: SearchDocument;
}

export interface MatchOptions {
  /** Matches wanted, 20 unless told. */
  limit?: number;
  /** Further gates: field, district, … Records of the asker's own organisation and ended ones are always left out. */
  filter?: ListingFilter;
  /** Seconds since 1970; what ended before is left out. */
  now?: number;
  /** Candidates that are read and scored, 400 unless told. */
  depth?: number;
  /** The heaviest terms asked for, and the records each may bring. */
  terms?: number;
  hits?: number;
  /** Neighbours by meaning that are added to the candidates, 60 unless told. */
  near?: number;
  /** Matches below this score are left out; 0 unless told. */
  least?: number;
  /** False leaves the reasons out, where thousands of scores are wanted; true unless told. */
  reasons?: boolean;
  /** How long the first caller waits for vectors to be learnt, 3 s unless told. */
  patienceMs?: number;
}

/** A market of so many times the depth is no longer compared whole. */
const SMALL = 5;

/**
 * Candidates in one round trip: the nearest by meaning first, then those found by most weight of the heaviest terms.
 * What is left of the depth is filled with the newest others, so that a small market is compared whole, also where
 * no word is shared; a large one has more to offer than its newest.
 */
async function candidates(engine: SearchEngine, terms: KeyTerm[], vector: Float32Array | null, filter: ListingFilter, options: MatchOptions, records: number): Promise<Entry[]> {
  const depth = options.depth ?? 400;
  const questions: EngineQuery[] = [
    { filter, sort: "newest", limit: records <= depth * SMALL ? depth : 0 },
    ...terms.map(({ term }): EngineQuery => ({ terms: [termText(term)], filter, limit: options.hits ?? 60 })),
  ];
  const near: EngineQuery[] = vector ? [{ near: { embedder: LEARNT, vector: padded(vector) }, filter, limit: options.near ?? 60 }] : [];
  // The store of vectors may be gone or being rebuilt; words find most of it all the same.
  const [others, ...answers] = await engine.multiSearch([...questions, ...near]).catch((error: unknown) => {
    if (near.length === 0 || !(error instanceof EngineUnavailable)) throw error;
    return engine.multiSearch(questions);
  });
  const found = new Map<string, { id: string; stamp: string; weight: number }>();
  for (const [i, { hits }] of answers.entries()) for (const { id, stamp } of hits) {
    const one = found.get(id), weight = terms[i]?.weight ?? Infinity;
    if (one) one.weight += weight; else found.set(id, { id, stamp, weight });
  }
  const best = [...found.values()].sort((a, b) => (a.weight === b.weight ? 0 : b.weight - a.weight) || (a.id < b.id ? -1 : 1)).slice(0, depth);
  for (const { id, stamp } of others!.hits) {
    if (best.length >= depth) break;
    if (!found.has(id)) best.push({ id, stamp, weight: 0 });
  }
  return knowledgeOf(engine).cache.get(best);
}

function best(context: PairContext, pairs: { need: Entry; achievement: Entry; found: Entry }[], options: MatchOptions): Match[] {
  const read = new Map<Entry, ReadNeed>();
  const reading = (need: Entry) => { let one = read.get(need); if (!one) read.set(need, (one = readNeed(context, need))); return one; };
  return pairs
    .map((pair) => ({ ...pair, scored: scorePair(context, pair.need, pair.achievement) }))
    .filter(({ scored }) => scored.score >= (options.least ?? 0))
    .sort((a, b) => b.scored.score - a.scored.score || (a.found.id < b.found.id ? -1 : 1))
    .slice(0, options.limit ?? 20)
    .map(({ need, achievement, found, scored }) => ({
      ...scored, id: found.id, level: levelOf(scored.score), reasons: options.reasons === false ? [] : explain(reading(need), need, achievement, scored), document: found.document,
    }));
}

const gates = (kind: "need" | "achievement", own: string | null, options: MatchOptions): ListingFilter => ({
  ...options.filter, kind, openAt: options.now ?? Math.floor(Date.now() / 1000), ...(own ? { notOrganisationId: own } : {}),
});

/**
 * Achievements for a need, best first. The pair's score is the one `matchAchievement` gives.
 * @throws EngineUnavailable
 */
export async function matchNeed(engine: SearchEngine, need: NeedText, options: MatchOptions = {}): Promise<Match[]> {
  const context = await marketOf(engine, options.patienceMs ?? 3_000);
  const entry = entryOf(needDocument(need), engine.synonyms);
  if (need.id) await knowledgeOf(engine).meet(entry);
  const terms = keyTerms(understood(context, entry).query, options.terms ?? 32);
  const found = await candidates(engine, terms, context.stored ? needVector(context, entry) : null, gates("achievement", need.organisationId ?? null, options), options, context.achievements.records);
  await context.outside?.load(entry, found);
  return best(context, found.map((achievement) => ({ need: entry, achievement, found: achievement })), options);
}

/**
 * Needs for an achievement, best first.
 * @throws EngineUnavailable
 */
export async function matchAchievement(engine: SearchEngine, achievement: AchievementText, options: MatchOptions = {}): Promise<Match[]> {
  const context = await marketOf(engine, options.patienceMs ?? 3_000);
  const entry = entryOf(achievementDocument(achievement), engine.synonyms);
  if (achievement.id) await knowledgeOf(engine).meet(entry);
  const terms = keyTerms(achievementQuery(entry, context.needs, context.achievements), options.terms ?? 32);
  const found = await candidates(engine, terms, context.stored ? achievementVector(context, entry) : null, gates("need", achievement.organisationId ?? null, options), options, context.needs.records);
  await context.outside?.load(entry, found);
  return best(context, found.map((need) => ({ need, achievement: entry, found: need })), options);
}
