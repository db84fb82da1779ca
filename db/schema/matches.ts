import { sql } from "drizzle-orm";
import { check, doublePrecision, index, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { dismissalReasons } from "../../lib/interests/states";
import { id, moment, oneOf } from "./columns";
import { listings } from "./listings";
import { organisations } from "./organisations";
import { users } from "./users";

/** A suggestion. Parts and reasons are stored with it, so that an old explanation stays true. */
export const matches = pgTable("matches", {
  id: id(),
  needId: uuid().notNull().references(() => listings.id),
  achievementId: uuid().notNull().references(() => listings.id),
  needVersionId: uuid().notNull(),
  achievementVersionId: uuid().notNull(),
  score: doublePrecision().notNull(),
  level: text({ enum: ["high", "good", "fair"] }).notNull(),
  parts: jsonb().$type<Record<string, number>>().notNull(),
  reasons: jsonb().$type<{ code: string; values?: Record<string, unknown> }[]>().notNull(),
  method: text().notNull(),
  computedAt: moment().notNull(),
}, (t) => [
  uniqueIndex("matches_pair").on(t.needId, t.achievementId),
  index("matches_achievement").on(t.achievementId, t.score),
  index("matches_need").on(t.needId, t.score),
  check("matches_score", sql`${t.score} between 0 and 100`),
]);

/** One side's word on a pair. Undone judgements stay, with the time of their undoing. */
export const matchJudgements = pgTable("match_judgements", {
  id: id(),
  needId: uuid().notNull().references(() => listings.id),
  achievementId: uuid().notNull().references(() => listings.id),
  organisationId: uuid().notNull().references(() => organisations.id),
  reason: text({ enum: dismissalReasons }).notNull(),
  note: text(),
  judgedBy: uuid().notNull().references(() => users.id),
  judgedAt: moment().notNull(),
  undoneAt: moment(),
}, (t) => [
  uniqueIndex("match_judgements_standing").on(t.needId, t.achievementId, t.organisationId).where(sql`undone_at is null`),
  check("match_judgements_reason", oneOf(t.reason, dismissalReasons)),
]);
