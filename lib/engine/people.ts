import { countTerms, normalise, type Term } from "@/lib/engine/analyse";
import type { SearchDocument } from "@/lib/engine/document";

type Named = Pick<SearchDocument, "people">;

/** Names cut as everything else is, each by itself. They stand beside the record's words, not among them: a name must not change what is rare, or how like two records are. */
export const termsOfPeople = ({ people = [] }: Named): Map<Term, number> => countTerms(people.join("\n"));

/** Latin letters and digits only: "li" must not stand for Charlie. */
const SHORTEST_LATIN = 3;
const parts = (text: string): string[] => normalise(text).split(/[\s\u3001,\uFF0C;]+/u).filter((part) => (/^[\x21-\x7e]+$/.test(part) ? part.length >= SHORTEST_LATIN : part.length > 1));

/** Names as they are compared, made once for each record that stays in memory. */
const normalised = new WeakMap<readonly string[], string[]>();
function namesOf(people: readonly string[]): string[] {
  const known = normalised.get(people) ?? people.map((one) => normalise(one).trim());
  normalised.set(people, known);
  return known;
}

/** For many records: of each one's people those whom a reader asked for: whose name is one of the typed words, holds one, or stands in what was typed in one piece. */
export function peopleSought(typed: string): (record: Named) => string[] {
  const text = normalise(typed).trim(), words = parts(typed);
  return ({ people = [] }) => {
    const names = namesOf(people);
    return people.filter((_, at) => names[at]!.length > 1 && (text.includes(names[at]!) || words.some((word) => names[at]!.includes(word))));
  };
}

export const peopleAskedFor = (record: Named, typed: string): string[] => peopleSought(typed)(record);
