import type { Reading } from "@/db/schema";
import { firstCharacters } from "@/lib/core/typed-text";
import type { Statistics } from "@/lib/engine/statistics";
import type { Vocabulary } from "@/lib/engine/vocabulary";
import type { ContentOf } from "@/lib/listings/content";
import type { ListingKind } from "@/lib/listings/states";
import { conditionsOf } from "./conditions";
import { figuresOf, gradesOf } from "./figures";
import { elementHints, maturityHint } from "./hints";
import { keyTermsOf } from "./key-terms";
import { ownText } from "./own-text";
import { suggestPlaces } from "./places";
import type { SimilarDocument } from "./similar";

/** Changes with the rules of reading: what an older method read is read anew when its record changes. */
export const READING_METHOD = "3";
/** Nobody writes more about one record; what is pasted beyond is not read. */
const LONGEST = 20_000;

/** What the platform reads out of a record. Pure; takes some milliseconds. */
export function readRecord<K extends ListingKind>(kind: K, content: ContentOf[K], statistics: Statistics, vocabulary: Vocabulary, neighbours: readonly SimilarDocument[] = []): Reading {
  const whole = ownText(kind, content);
  const text = { ...whole, body: firstCharacters(whole.body, LONGEST) };
  const prose = [text.title, text.body].join("\n");
  return {
    terms: keyTermsOf(text, statistics, vocabulary),
    ...suggestPlaces(text, vocabulary.words, neighbours),
    figures: figuresOf(text.body),
    grades: gradesOf(prose),
    maturity: maturityHint(text.body),
    conditions: conditionsOf(kind, text.body),
    elements: kind === "need" ? elementHints((content as ContentOf["need"]).problem) : {},
  };
}
