import { boolean, date, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { moment } from "./columns";
import { users } from "./users";

/** Official code lists and our own vocabularies, with the dates between which an entry holds. */
export const codes = pgTable("codes", {
  list: text().notNull(),
  code: text().notNull(),
  nameZh: text().notNull(),
  nameEn: text(),
  nameRu: text(),
  parentCode: text(),
  sort: integer().notNull().default(0),
  source: text(),
  effectiveFrom: date({ mode: "string" }),
  effectiveTo: date({ mode: "string" }),
}, (t) => [primaryKey({ columns: [t.list, t.code] })]);

/** Limits, rates and deadlines set by law: data with effective dates, never constants in code. */
export const rules = pgTable("rules", {
  key: text().notNull(),
  effectiveFrom: date({ mode: "string" }).notNull(),
  effectiveTo: date({ mode: "string" }),
  value: jsonb().notNull(),
  unit: text(),
  sourceTitle: text().notNull(),
  issuer: text(),
  sourceDate: text(),
  verified: boolean().notNull().default(false),
  /** Who corrected it here; null while it stands as it was shipped, and new versions may change it. */
  setBy: uuid().references(() => users.id),
  setAt: moment(),
}, (t) => [primaryKey({ columns: [t.key, t.effectiveFrom] })]);

/** The plan's industries, fields and directions (boxes 7-17): the platform's own vocabulary. */
export const taxonomyTerms = pgTable("taxonomy_terms", {
  code: text().primaryKey(),
  kind: text({ enum: ["industry", "field", "direction"] }).notNull(),
  parentCode: text(),
  nameZh: text().notNull(),
  nameEn: text(),
  techArea: text().notNull(),
  text: text(),
  sort: integer().notNull().default(0),
}, (t) => [index("taxonomy_terms_parent").on(t.parentCode)]);
