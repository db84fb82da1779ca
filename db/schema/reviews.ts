import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { remarkStatuses, reviewStatuses, reviewSubjectKinds } from "../../lib/reviews/states";
import { id, moment, oneOf } from "./columns";
import { users } from "./users";

/** Title, organisation, co-owners (as text) and version are frozen when the review opens: what was reviewed is a version. */
export const reviews = pgTable("reviews", {
  id: id(),
  subjectKind: text({ enum: reviewSubjectKinds }).notNull(),
  subjectId: uuid().notNull(),
  versionId: uuid(),
  title: text().notNull(),
  organisationId: uuid(),
  organisationName: text().notNull(),
  coOwners: text().array().notNull().default([]),
  round: integer().notNull(),
  /** Set when the author's own answers ask for a closer look, such as export control. */
  attention: text(),
  status: text({ enum: reviewStatuses }).notNull().default("open"),
  openedAt: moment().notNull(),
  dueOn: text().notNull(),
  claimedBy: uuid().references(() => users.id),
  claimedAt: moment(),
  decidedBy: uuid().references(() => users.id),
  decidedAt: moment(),
  reason: text(),
}, (t) => [
  check("reviews_status", oneOf(t.status, reviewStatuses)),
  check("reviews_subject_kind", oneOf(t.subjectKind, reviewSubjectKinds)),
  check("reviews_claimed", sql`(${t.status} <> 'claimed') or (${t.claimedBy} is not null and ${t.claimedAt} is not null)`),
  uniqueIndex("reviews_one_open").on(t.subjectKind, t.subjectId).where(sql`status in ('open', 'claimed')`),
  index("reviews_queue").on(t.status, t.openedAt),
  index("reviews_decided").on(t.decidedAt),
  index("reviews_subject").on(t.subjectKind, t.subjectId, t.openedAt),
]);

export const reviewRemarks = pgTable("review_remarks", {
  id: id(),
  reviewId: uuid().notNull().references(() => reviews.id),
  field: text().notNull(),
  text: text().notNull(),
  status: text({ enum: remarkStatuses }).notNull().default("open"),
  answer: text(),
  answeredAt: moment(),
}, (t) => [
  check("review_remarks_status", oneOf(t.status, remarkStatuses)),
  index("review_remarks_review").on(t.reviewId),
]);
