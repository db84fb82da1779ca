import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { editionStates, entryKinds } from "../../lib/dictionary/states";
import { taxonomyTerms } from "./codes";
import { id, moment, oneOf } from "./columns";
import { users } from "./users";

/** What operators add to the built-in dictionary. A retired entry stays, with who and when, and can be brought back. */
export const dictionaryEntries = pgTable("dictionary_entries", {
  id: id(),
  kind: text({ enum: entryKinds }).notNull(),
  /** One word, or the members of a group that means the same. */
  members: text().array().notNull(),
  /** Place in the plan that a word speaks for. */
  fieldCode: text().references(() => taxonomyTerms.code),
  note: text(),
  addedBy: uuid().references(() => users.id),
  addedAt: moment().notNull(),
  changedBy: uuid().references(() => users.id),
  changedAt: moment(),
  retiredBy: uuid().references(() => users.id),
  retiredAt: moment(),
}, (t) => [
  check("dictionary_entries_kind", oneOf(t.kind, entryKinds)),
  check("dictionary_entries_members", sql`(${t.kind} = 'synonym' and cardinality(${t.members}) >= 2) or (${t.kind} <> 'synonym' and cardinality(${t.members}) = 1)`),
  index("dictionary_entries_kind_at").on(t.kind, t.addedAt),
]);

export type EditionContent = { words: { text: string; fieldCode: string | null }[]; synonyms: string[][]; stopWords: string[] };

/** The dictionary as it was handed to search at one time. The newest applied edition is the one in use. */
export const dictionaryEditions = pgTable("dictionary_editions", {
  version: integer().primaryKey(),
  content: jsonb().$type<EditionContent>().notNull(),
  state: text({ enum: editionStates }).notNull().default("waiting"),
  requestedBy: uuid().references(() => users.id),
  requestedAt: moment().notNull(),
  startedAt: moment(),
  appliedAt: moment(),
  /** Records that are in the new index so far. */
  done: integer().notNull().default(0),
  problem: text(),
}, (t) => [
  check("dictionary_editions_state", oneOf(t.state, editionStates)),
  uniqueIndex("dictionary_editions_one_in_work").on(t.state).where(sql`state in ('waiting', 'applying')`),
]);

/** Queries whose results operators compare before they apply a change. */
export const sampleQueries = pgTable("sample_queries", {
  id: id(),
  query: text().notNull(),
  addedBy: uuid().references(() => users.id),
  addedAt: moment().notNull(),
  removedAt: moment(),
}, (t) => [uniqueIndex("sample_queries_standing").on(t.query).where(sql`removed_at is null`)]);

/** Pinyin initials of the names that the palette finds; made by the worker from what is public. */
export const nameInitials = pgTable("name_initials", {
  id: uuid().primaryKey(),
  kind: text({ enum: ["achievement", "need", "organisation"] }).notNull(),
  name: text().notNull(),
  initials: text().notNull(),
}, (t) => [index("name_initials_like").using("gin", sql`${t.initials} gin_trgm_ops`)]);
