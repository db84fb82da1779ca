import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, moment, oneOf } from "./columns";
import { listings, listingVersions } from "./listings";
import { users } from "./users";

/** A key term as people read it, with its weight among the terms of one text (the heaviest has 1). */
export type ReadTerm = { text: string; weight: number };
/** A place in the plan that the text speaks for; `confidence` is 0 to 1. */
export type SuggestedPlace = { code: string; confidence: number };
/** A figure with its unit, or a grade, as it stands in the text. */
export type ReadFigure = { name: string; value: string; unit: string };
export type Reading = {
  terms: ReadTerm[];
  fields: SuggestedPlace[];
  direction: SuggestedPlace | null;
  figures: ReadFigure[];
  grades: string[];
  /** TRL that the words of the text speak for, with the word. */
  maturity: { level: number; word: string } | null;
  /** What the text says of money (its lower and upper end; of a price from which it starts only the lower), of a day to answer by, of modes and of a place, each with the words that say it. */
  conditions: {
    money: { said: string; minFen: number | null; maxFen: number | null } | null;
    deadline: { said: string; date: string } | null;
    modes: string[];
    place: { said: string; code: string } | null;
  };
  /** Sentences of a need that read like one of the five elements. */
  elements: Partial<Record<"material" | "method" | "effect" | "product" | "application", string>>;
};

/** What the platform read out of one version. `lock` is the save that was read: another one in the version means it is out of date. */
export const readings = pgTable("readings", {
  versionId: uuid().primaryKey().references(() => listingVersions.id),
  lock: integer().notNull(),
  method: text().notNull(),
  found: jsonb().$type<Reading>().notNull(),
  readAt: moment().notNull(),
});

export const termCorrectionKinds = ["added", "removed"] as const;

/** What an author said about the terms of their record: kept with who and when, used by search and matching while it stands. */
export const termCorrections = pgTable("term_corrections", {
  id: id(),
  listingId: uuid().notNull().references(() => listings.id),
  kind: text({ enum: termCorrectionKinds }).notNull(),
  term: text().notNull(),
  madeBy: uuid().references(() => users.id),
  madeAt: moment().notNull(),
  undoneBy: uuid().references(() => users.id),
  undoneAt: moment(),
}, (t) => [
  uniqueIndex("term_corrections_standing").on(t.listingId, t.term).where(sql`undone_at is null`),
  index("term_corrections_listing").on(t.listingId),
  check("term_corrections_kind", oneOf(t.kind, termCorrectionKinds)),
]);
