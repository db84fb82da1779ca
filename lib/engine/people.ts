import { countTerms, normalise, type Term } from "@/lib/engine/analyse";
import type { SearchDocument } from "@/lib/engine/document";

type Named = Pick<SearchDocument, "people">;

/** Names cut as everything else is, each by itself. They stand beside the record's words, not among them: a name must not change what is rare, or how like two records are. */
export const termsOfPeople = ({ people = [] }: Named): Map<Term, number> => countTerms(people.join("\n"));

/** Latin letters and digits only: "li" must not stand for Charlie. */
const SHORTEST_LATIN = 3;
const parts = (text: string): string[] => normalise(text).split(/[\s\u3001,\uFF0C;]+/u).filter((part) => (/^[\x21-\x7e]+$/.test(part) ? part.length >= SHORTEST_LATIN : part.length > 1));

/** Of a record's people those whom a reader asked for: whose name is one of the typed words, holds one, or stands in what was typed in one piece. */
export function peopleAskedFor({ people = [] }: Named, typed: string): string[] {
  if (people.length === 0) return [];
  const text = normalise(typed).trim(), words = parts(typed);
  return people.filter((one) => {
    const name = normalise(one).trim();
    return name.length > 1 && (text.includes(name) || words.some((word) => name.includes(word)));
  });
}
