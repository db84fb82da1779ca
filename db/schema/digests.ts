import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { frequencies, thresholds } from "../../lib/digests/states";
import { id, moment, oneOf } from "./columns";
import { listings } from "./listings";
import { organisations } from "./organisations";
import { users } from "./users";

/** What a member wants to be told of the matches of one organisation; without a row the defaults of their role hold. */
export const digestSettings = pgTable("digest_settings", {
  userId: uuid().notNull().references(() => users.id),
  organisationId: uuid().notNull().references(() => organisations.id),
  threshold: text({ enum: thresholds }).notNull(),
  frequency: text({ enum: frequencies }).notNull(),
  changedAt: moment().notNull(),
}, (t) => [
  primaryKey({ columns: [t.userId, t.organisationId] }),
  check("digest_settings_threshold", oneOf(t.threshold, thresholds)),
  check("digest_settings_frequency", oneOf(t.frequency, frequencies)),
]);

/** Several new things, told to one person at one time. */
export const digests = pgTable("digests", {
  id: id(),
  userId: uuid().notNull().references(() => users.id),
  toldAt: moment().notNull(),
}, (t) => [index("digests_user").on(t.userId, t.toldAt)]);

/** A new match that one member is told of, once for ever: waiting while it has no digest. */
export const digestMatches = pgTable("digest_matches", {
  userId: uuid().notNull().references(() => users.id),
  needId: uuid().notNull().references(() => listings.id),
  achievementId: uuid().notNull().references(() => listings.id),
  organisationId: uuid().notNull().references(() => organisations.id),
  level: text({ enum: ["high", "good"] }).notNull(),
  foundAt: moment().notNull(),
  digestId: uuid().references(() => digests.id),
}, (t) => [
  primaryKey({ columns: [t.userId, t.needId, t.achievementId] }),
  index("digest_matches_waiting").on(t.userId).where(sql`digest_id is null`),
  index("digest_matches_digest").on(t.digestId),
]);
