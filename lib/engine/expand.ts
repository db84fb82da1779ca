import { countTerms, eachTerm, isCharacter, normalise, type Term } from "@/lib/engine/analyse";

/** Words that mean the same: [["sic", "碳化硅"], …]. Any number of members, in any spelling. */
export type SynonymGroups = readonly (readonly string[])[];

interface Member { text: string; others: Term[] }
/** Finds a word of a group in a text by its first pair or run, then by comparison of the whole word. */
export interface Expander { triggers: Map<Term, Member[]> }

/** Prepares groups for `expand`. Members of one character are left out: they would be found everywhere. */
export function expander(groups: SynonymGroups): Expander {
  const triggers = new Map<Term, Member[]>();
  for (const group of groups) {
    const members = group.map(normalise).filter((text) => text.length > 1);
    for (const text of members) {
      let first: Term | undefined;
      eachTerm(text, (term) => { if (first === undefined && !isCharacter(term)) first = term; });
      if (first === undefined) continue;
      const others = new Set<Term>();
      for (const other of members) if (other !== text) for (const term of countTerms(other).keys()) others.add(term);
      const list = triggers.get(first) ?? [];
      list.push({ text, others: [...others] });
      triggers.set(first, list);
    }
  }
  return { triggers };
}

/** The terms a text gains from the words it shares with a group. `counts` are its own terms. */
export function expand(expander: Expander, text: string, counts: ReadonlyMap<Term, number>): Set<Term> {
  const gained = new Set<Term>();
  for (const term of counts.keys()) {
    for (const member of expander.triggers.get(term) ?? []) {
      if (!text.includes(member.text)) continue;
      for (const other of member.others) if (!counts.has(other)) gained.add(other);
    }
  }
  return gained;
}
