import { sql, type AnyColumn, type SQL } from "drizzle-orm";
import { boolean, check, date, index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { organisationKinds, roles } from "../../lib/core/actor";
import { dishonestyEndings, invitationStatuses, joinRequestStatuses, verificationStatuses } from "../../lib/organisations/states";
import { id, moment, oneOf } from "./columns";
import { users } from "./users";

export const organisations = pgTable("organisations", {
  id: id(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  /** The name that an operator compared last: what outsiders see while a new one waits. Null until the first verification. */
  verifiedName: text(),
  shortName: text(),
  kind: text({ enum: organisationKinds }).notNull(),
  creditCode: text().unique(),
  districtCode: text(),
  /** Functional zones, list `zone`: they overlap districts and are tags, never summed (domain A9). */
  zones: text().array().notNull().default([]),
  nature: text(),
  introduction: text(),
  address: text(),
  contactName: text(),
  contactPhone: text(),
  verification: text({ enum: verificationStatuses }).notNull().default("unverified"),
  verificationRemarks: jsonb().$type<Record<string, string>>(),
  verifiedAt: moment(),
  suspendedAt: moment(),
  demo: boolean().notNull().default(false),
  createdAt: moment().notNull(),
  createdBy: uuid().references(() => users.id),
}, (t) => [
  check("organisations_kind", oneOf(t.kind, organisationKinds)),
  check("organisations_verification", oneOf(t.verification, verificationStatuses)),
  check("organisations_verified_name", sql`${t.verification} <> 'verified' or coalesce(${t.verifiedName} = ${t.name}, false)`),
  check("organisations_credit_code", sql`${t.creditCode} ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'`),
  check("organisations_slug", sql`${t.slug} ~ '^[a-z0-9][a-z0-9-]{1,60}$'`),
]);

/** As outsiders know it: a new name is its members' and the operators' alone until it is verified. `public_listings` says the same. */
export function publicName(of: { name: AnyColumn; verifiedName: AnyColumn } = organisations): SQL<string> {
  return sql<string>`coalesce(${of.verifiedName}, ${of.name})`;
}

const roleList = sql.raw(`array[${roles.map((role) => `'${role}'`).join(", ")}]`);

export const memberships = pgTable("memberships", {
  userId: uuid().notNull().references(() => users.id),
  organisationId: uuid().notNull().references(() => organisations.id),
  roles: text().array().$type<(typeof roles)[number][]>().notNull(),
  joinedAt: moment().notNull(),
}, (t) => [
  primaryKey({ columns: [t.userId, t.organisationId] }),
  index("memberships_organisation").on(t.organisationId),
  check("memberships_roles", sql`cardinality(${t.roles}) > 0 and ${t.roles} <@ ${roleList}`),
]);

export const invitations = pgTable("invitations", {
  id: id(),
  organisationId: uuid().notNull().references(() => organisations.id),
  email: text().notNull(),
  roles: text().array().$type<(typeof roles)[number][]>().notNull(),
  status: text({ enum: invitationStatuses }).notNull().default("pending"),
  invitedBy: uuid().notNull().references(() => users.id),
  invitedAt: moment().notNull(),
  expiresAt: moment().notNull(),
}, (t) => [
  check("invitations_status", oneOf(t.status, invitationStatuses)),
  check("invitations_roles", sql`cardinality(${t.roles}) > 0 and ${t.roles} <@ ${roleList}`),
  uniqueIndex("invitations_pending").on(t.organisationId, sql`lower(${t.email})`).where(sql`status = 'pending'`),
]);

export const joinRequests = pgTable("join_requests", {
  id: id(),
  organisationId: uuid().notNull().references(() => organisations.id),
  userId: uuid().notNull().references(() => users.id),
  message: text(),
  status: text({ enum: joinRequestStatuses }).notNull().default("pending"),
  requestedAt: moment().notNull(),
  decidedBy: uuid().references(() => users.id),
  decidedAt: moment(),
}, (t) => [
  check("join_requests_status", oneOf(t.status, joinRequestStatuses)),
  uniqueIndex("join_requests_pending").on(t.organisationId, t.userId).where(sql`status = 'pending'`),
]);

/** 严重失信: on the list from a day on, until a day that is known beforehand or until somebody takes it off. Days are those of Harbin. */
export const dishonestyMarks = pgTable("dishonesty_marks", {
  id: id(),
  organisationId: uuid().notNull().references(() => organisations.id),
  reason: text().notNull(),
  source: text().notNull(),
  listedOn: date({ mode: "string" }).notNull(),
  untilOn: date({ mode: "string" }),
  markedBy: uuid().notNull().references(() => users.id),
  markedAt: moment().notNull(),
  ending: text({ enum: dishonestyEndings }),
  endingNote: text(),
  endedBy: uuid().references(() => users.id),
  endedAt: moment(),
}, (t) => [
  check("dishonesty_marks_days", sql`${t.untilOn} is null or ${t.untilOn} >= ${t.listedOn}`),
  check("dishonesty_marks_ending", oneOf(t.ending, dishonestyEndings)),
  check("dishonesty_marks_ended", sql`(${t.endedAt} is null) = (${t.ending} is null)`),
  index("dishonesty_marks_standing").on(t.organisationId).where(sql`ended_at is null`),
]);
