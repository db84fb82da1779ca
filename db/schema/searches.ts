import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { searchFrequencies } from "../../lib/subscriptions/states";
import { id, moment, oneOf } from "./columns";
import { digests } from "./digests";
import { listings } from "./listings";
import { users } from "./users";

/** A search that a person keeps, as its address; a removed one stays, so that removing can be undone. */
export const savedSearches = pgTable("saved_searches", {
  id: id(),
  userId: uuid().notNull().references(() => users.id),
  name: text().notNull(),
  /** The search as it stands in an address, in one order: "kind=need&q=…". */
  query: text().notNull(),
  frequency: text({ enum: searchFrequencies }).notNull(),
  createdAt: moment().notNull(),
  pausedAt: moment(),
  removedAt: moment(),
  /** When its owner last looked at what is new. */
  lookedAt: moment().notNull(),
}, (t) => [
  check("saved_searches_frequency", oneOf(t.frequency, searchFrequencies)),
  uniqueIndex("saved_searches_once").on(t.userId, t.query).where(sql`removed_at is null`),
  index("saved_searches_running").on(t.id).where(sql`removed_at is null and paused_at is null`),
]);

/** A record that appeared after the search was saved and that it finds; told once. */
export const savedSearchHits = pgTable("saved_search_hits", {
  searchId: uuid().notNull().references(() => savedSearches.id),
  listingId: uuid().notNull().references(() => listings.id),
  foundAt: moment().notNull(),
  digestId: uuid().references(() => digests.id),
}, (t) => [
  primaryKey({ columns: [t.searchId, t.listingId] }),
  index("saved_search_hits_waiting").on(t.searchId).where(sql`digest_id is null`),
  index("saved_search_hits_digest").on(t.digestId),
]);
