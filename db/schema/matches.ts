import { sql } from "drizzle-orm";
import { check, doublePrecision, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { dismissalReasons } from "../../lib/interests/states";
import { id, moment, oneOf } from "./columns";
import { listings } from "./listings";
import { organisations } from "./organisations";
import { users } from "./users";

/**
 * A suggestion. Parts and reasons are stored with it, so that an old explanation stays true. A pair stays as long as it
 * is on the list of either side: an achievement may be among the best for a need that has better ones, and the reverse.
 */
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
  /** Place on the need's own list and on the achievement's; null where it is not on that list. Not both, except in rows of before there were places. */
  needRank: integer(),
  achievementRank: integer(),
}, (t) => [
  uniqueIndex("matches_pair").on(t.needId, t.achievementId),
  index("matches_achievement").on(t.achievementId, t.score),
  index("matches_need").on(t.needId, t.score),
  index("matches_market").on(t.score).where(sql`level in ('high', 'good')`),
  check("matches_score", sql`${t.score} between 0 and 100`),
]);

/** Since when a record has been compared with the market, when last, and in which version: no match is an answer too. */
export const matchedListings = pgTable("matched_listings", {
  listingId: uuid().primaryKey().references(() => listings.id),
  versionId: uuid().notNull(),
  firstAt: moment().notNull(),
  matchedAt: moment().notNull(),
  /** Its stored matches when it was last compared, and those that fit highly: roughly in which order an owner of ten thousand reads them. */
  count: integer().notNull().default(0),
  high: integer().notNull().default(0),
});

/** What the worker saw when it last kept the vectors; one row, for operators. */
export const vectorReports = pgTable("vector_reports", {
  id: integer().primaryKey(),
  ranAt: moment().notNull(),
  /** Why the run itself ended early; null when it went through. */
  problem: text(),
  /** The outside service that was configured, when it last gave vectors, when and why it last did not. */
  service: text(),
  workedAt: moment(),
  failedAt: moment(),
  failure: text(),
  /** Records that still lack vectors. */
  lacking: integer().notNull(),
}, (t) => [check("vector_reports_one", sql`${t.id} = 1`)]);

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

/** A pair that a new or changed record brought up, once for each level it reaches; its owners are told of it by digest. */
export const matchNews = pgTable("match_news", {
  needId: uuid().notNull().references(() => listings.id),
  achievementId: uuid().notNull().references(() => listings.id),
  level: text({ enum: ["high", "good"] }).notNull(),
  foundAt: moment().notNull(),
  /** Set when it has been laid down for every member who wants to be told. */
  collectedAt: moment(),
}, (t) => [
  primaryKey({ columns: [t.needId, t.achievementId] }),
  index("match_news_waiting").on(t.foundAt).where(sql`collected_at is null`),
]);

/** One side looked at the other's record out of a match: a judgement of interest, kept to learn from. */
export const matchViews = pgTable("match_views", {
  needId: uuid().notNull().references(() => listings.id),
  achievementId: uuid().notNull().references(() => listings.id),
  organisationId: uuid().notNull().references(() => organisations.id),
  firstAt: moment().notNull(),
  lastAt: moment().notNull(),
  times: integer().notNull().default(1),
}, (t) => [primaryKey({ columns: [t.needId, t.achievementId, t.organisationId] })]);
