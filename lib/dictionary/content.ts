import { asc, desc, eq, isNull } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { dictionaryEditions, dictionaryEntries, type EditionContent } from "@/db/schema";
import { BUILT_IN, type Vocabulary } from "@/lib/engine/vocabulary";

export type Edition = typeof dictionaryEditions.$inferSelect;
export const EMPTY: EditionContent = { words: [], synonyms: [], stopWords: [] };

/** What the entries say now: the next edition, if one is applied. */
export async function workingContent(reader: Reader): Promise<EditionContent> {
  const entries = await reader.select().from(dictionaryEntries).where(isNull(dictionaryEntries.retiredAt)).orderBy(asc(dictionaryEntries.addedAt), asc(dictionaryEntries.id));
  const of = (kind: "word" | "synonym" | "stop") => entries.filter((entry) => entry.kind === kind);
  return {
    words: of("word").map(({ members, fieldCode }) => ({ text: members[0] ?? "", fieldCode })),
    synonyms: of("synonym").map(({ members }) => members),
    stopWords: of("stop").map(({ members }) => members[0] ?? ""),
  };
}

/** The newest edition that was applied; null as long as there is the built-in dictionary alone. */
export async function appliedEdition(reader: Reader): Promise<Edition | null> {
  const [edition] = await reader.select().from(dictionaryEditions).where(eq(dictionaryEditions.state, "applied")).orderBy(desc(dictionaryEditions.version)).limit(1);
  return edition ?? null;
}

/** An edition on top of the built-in dictionary. */
export function vocabularyOf(version: number, content: EditionContent): Vocabulary {
  return { version, synonyms: [...BUILT_IN.synonyms, ...content.synonyms], stopWords: content.stopWords, words: content.words };
}

export type Line = { kind: "word" | "synonym" | "stop"; members: string[]; fieldCode: string | null };
export type Difference = { added: Line[]; removed: Line[] };

/** What a change adds and takes away. Pure. */
export function differenceOf(before: EditionContent, after: EditionContent): Difference {
  const [old, fresh] = [linesOf(before), linesOf(after)];
  const beyond = (some: Line[], others: Line[]) => {
    const known = new Set(others.map((line) => JSON.stringify(line)));
    return some.filter((line) => !known.has(JSON.stringify(line)));
  };
  return { added: beyond(fresh, old), removed: beyond(old, fresh) };
}

function linesOf({ words, synonyms, stopWords }: EditionContent): Line[] {
  return [
    ...synonyms.map((members): Line => ({ kind: "synonym", members, fieldCode: null })),
    ...words.map(({ text, fieldCode }): Line => ({ kind: "word", members: [text], fieldCode })),
    ...stopWords.map((word): Line => ({ kind: "stop", members: [word], fieldCode: null })),
  ];
}
