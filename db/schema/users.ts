import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { eventAt, eventId, id, moment, oneOf } from "./columns";

export const users = pgTable("users", {
  id: id(),
  email: text().notNull(),
  name: text().notNull(),
  passwordHash: text().notNull(),
  emailVerifiedAt: moment(),
  consentVersion: text().notNull(),
  consentedAt: moment().notNull(),
  suspendedAt: moment(),
  suspendedReason: text(),
  demo: boolean().notNull().default(false),
  createdAt: moment().notNull(),
}, (t) => [
  uniqueIndex("users_email").on(sql`lower(${t.email})`),
]);

/** A signed-in browser. Revoking the row ends it at its next request. `id` is the `sid` in the cookie's token. */
export const sessions = pgTable("sessions", {
  id: id(),
  userId: uuid().notNull().references(() => users.id),
  createdAt: moment().notNull(),
  lastSeenAt: moment().notNull(),
  expiresAt: moment().notNull(),
  revokedAt: moment(),
  userAgent: text(),
}, (t) => [index("sessions_user").on(t.userId)]);

/** Platform staff. Operators run the platform; they are no reviewers. */
export const operators = pgTable("operators", {
  userId: uuid().primaryKey().references(() => users.id),
  grantedAt: moment().notNull(),
});

/** A request that a mailed token answers. The token is derived from `id`; it is stored nowhere. */
export const credentialRequests = pgTable("credential_requests", {
  id: id(),
  userId: uuid().notNull().references(() => users.id),
  purpose: text().notNull(),
  expiresAt: moment().notNull(),
  usedAt: moment(),
  eventAt: eventAt(),
  eventId: eventId(),
}, (t) => [
  check("credential_requests_purpose", oneOf(t.purpose, ["verify_email", "reset_password"])),
  index("credential_requests_user").on(t.userId),
]);
