import { termText, type Term } from "@/lib/engine/analyse";
import { bm25, prepareQuery } from "@/lib/engine/bm25";
import { countIn, type Entry } from "@/lib/engine/forward";
import { peopleSought, termsOfPeople } from "@/lib/engine/people";
import type { UnderstoodQuery } from "@/lib/engine/query";
import { rarity, type Statistics } from "@/lib/engine/statistics";

/**
 * Overlapping characters and pairs say the same thing several times over, most often the common things: squared
 * rarity gives a sentence's few telling words their say (docs/decisions/0022-search.md).
 */
const RARITY_POWER = 2;

/** The most telling terms, in falling order of rarity among records that have them at all. */
export function telling(query: Pick<UnderstoodQuery, "terms">, statistics: Statistics, many: number): { text: string; weight: number }[] {
  return query.terms
    .map((term) => ({ term, rarity: rarity(statistics, term) }))
    // A sample may have missed a term; only when everything was read does 0 mean that nobody has it.
    .sort((a, b) => b.rarity - a.rarity)
    .slice(0, many)
    .map(({ term, rarity: one }) => ({ text: termText(term), weight: one ** RARITY_POWER }));
}

/** The text stands in the record in one piece. */
export const holds = (entry: Entry, text: string): boolean => entry.title.includes(text) || entry.rest.includes(text) || entry.aside.includes(text);

export interface Ranked { entry: Entry; score: number }

type Sought = ReturnType<typeof peopleSought>;

/** Little beside any word of a record: a name alone must not come before what the words are about. */
const NAMED = 1;

/** What was asked for and the record does not say. */
const lacking = (entry: Entry, { terms }: UnderstoodQuery): Term[] => terms.filter((term) => countIn(entry, term) === 0);

/**
 * Who types a name beside what it is about means that person's record. One that says everything only together with the names of its people comes
 * behind those that say it by themselves, and before those that say a part of it, however rare that part is.
 */
function peopleLifted(ranked: Ranked[], query: UnderstoodQuery, sought: Sought): Ranked[] {
  const saysTheRest = ({ entry: { document }, entry }: Ranked) => {
    const people = termsOfPeople(document), lacks = lacking(entry, query);
    return lacks.length > 0 && lacks.every((term) => people.has(term));
  };
  const named = new Set(ranked.filter((one) => sought(one.entry.document).length > 0 && saysTheRest(one)));
  if (named.size === 0) return ranked;
  const whole = new Set(ranked.filter(({ entry }) => lacking(entry, query).length === 0));
  const best = (of: (one: Ranked) => boolean) => ranked.reduce((most, one) => (of(one) ? Math.max(most, one.score) : most), 0);
  const [aboveParts, aboveNamed] = [best((one) => !named.has(one) && !whole.has(one)), best((one) => named.has(one))];
  return ranked.map((one) => (whole.has(one) ? { ...one, score: one.score + aboveParts + aboveNamed } : named.has(one) ? { ...one, score: one.score + aboveParts } : one));
}

/** Best first: BM25 over characters, pairs and words, and more for the whole text in one piece. */
export function rank(entries: readonly Entry[], query: UnderstoodQuery, statistics: Statistics): Ranked[] {
  const prepared = prepareQuery(query.weights, statistics, RARITY_POWER);
  const whole = query.text.length >= 2 && query.text.length <= 40 ? query.text : null;
  const single = query.terms.length <= 3;
  const sought = peopleSought(query.text);
  const ranked = entries.map((entry): Ranked => {
    let score = bm25(prepared, entry, statistics.meanLength);
    // The whole text in one piece is what was meant; pairs alone also find its parts in another order.
    if (whole && entry.title.includes(whole)) score *= single ? 4 : 1.3;
    else if (whole && (entry.rest.includes(whole) || entry.aside.includes(whole))) score *= single ? 3 : 1.15;
    // Found by its people alone: the one who is called so as a whole before two who have a half of the name each.
    else if (single && entry.document.people && lacking(entry, query).length > 0 && sought(entry.document).length > 0) score += NAMED;
    return { entry, score };
  });
  return (single ? ranked : peopleLifted(ranked, query, sought)).sort((a, b) => b.score - a.score || b.entry.document.publishedAt - a.entry.document.publishedAt || (a.entry.id < b.entry.id ? -1 : 1));
}
