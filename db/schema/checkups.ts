import { sql } from "drizzle-orm";
import { check, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { moment } from "./columns";
import { listingVersions } from "./listings";

/** One piece of advice: said in words by the catalog `checkups` under its code; `points` is what it cost. */
export type CheckupFinding = { code: string; part: string; field: string; points: number; values?: Record<string, string | number> | undefined };
/** A public record that says nearly the same; `likeness` is 0 to 1. */
export type SimilarRecord = { id: string; kind: "achievement" | "need"; title: string; organisationName: string | null; likeness: number };

/** The check-up of a version as it was submitted. It advises; nothing is refused because of it. */
export const checkups = pgTable("checkups", {
  versionId: uuid().primaryKey().references(() => listingVersions.id),
  score: integer().notNull(),
  /** Part → points reached, of the most that `method` gives for it. */
  parts: jsonb().$type<Record<string, { got: number; most: number }>>().notNull(),
  findings: jsonb().$type<CheckupFinding[]>().notNull(),
  /** Null until the worker has compared it with what is public. */
  similar: jsonb().$type<SimilarRecord[]>(),
  method: text().notNull(),
  at: moment().notNull(),
}, (t) => [check("checkups_score", sql`${t.score} between 0 and 100`)]);
