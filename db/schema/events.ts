import { sql } from "drizzle-orm";
import { bigint, check, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, moment } from "./columns";
import { users } from "./users";

/** Everything that happened, append-only: audit log, timeline, and the source of notifications, search and figures. */
export const events = pgTable("events", {
  at: moment().notNull(),
  id: uuid().notNull(),
  name: text().notNull(),
  actorKind: text().notNull(),
  actorId: uuid().references(() => users.id),
  organisationId: uuid(),
  job: text(),
  /** Only what the act itself put on its list: codes and values, no personal data, no long texts. */
  facts: jsonb().$type<Record<string, unknown>>().notNull().default({}),
}, (t) => [
  primaryKey({ columns: [t.at, t.id] }),
  uniqueIndex("events_id").on(t.id),
  index("events_name").on(t.name, t.at),
]);

export const eventSubjects = pgTable("event_subjects", {
  eventAt: moment().notNull(),
  eventId: uuid().notNull(),
  kind: text().notNull(),
  subjectId: uuid().notNull(),
}, (t) => [
  primaryKey({ columns: [t.eventAt, t.eventId, t.kind, t.subjectId] }),
  index("event_subjects_subject").on(t.kind, t.subjectId, t.eventAt),
]);

/** Events that committed but have no place in the order yet. The sequencer empties it. */
export const eventInbox = pgTable("event_inbox", {
  eventAt: moment().notNull(),
  eventId: uuid().notNull(),
}, (t) => [primaryKey({ columns: [t.eventAt, t.eventId] })]);

/**
 * The order that readers follow: given by one sequencer to committed events only, so that a cursor can never
 * pass one that commits late, and a restored dump continues where it was.
 */
export const eventPositions = pgTable("event_positions", {
  position: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  eventAt: moment().notNull(),
  eventId: uuid().notNull(),
}, (t) => [uniqueIndex("event_positions_event").on(t.eventId)]);

export const cursors = pgTable("cursors", {
  reader: text().primaryKey(),
  position: bigint({ mode: "number" }).notNull().default(0),
  movedAt: moment().notNull(),
});

/** What one event brings to a slow reader in heaps (the records of an organisation that is back): read after its events, a slice at a time. */
export const postponed = pgTable("postponed", {
  reader: text().notNull(),
  subjectId: uuid().notNull(),
  /** Of the event. */
  at: moment().notNull(),
}, (t) => [primaryKey({ columns: [t.reader, t.subjectId] })]);

/** First answers of acts that a client may repeat; kept for 24 hours. */
export const commandKeys = pgTable("command_keys", {
  actor: text().notNull(),
  key: text().notNull(),
  name: text().notNull(),
  /** What was asked under this key, as a digest; null in rows of before. */
  asked: text(),
  result: jsonb(),
  at: moment().notNull(),
}, (t) => [primaryKey({ columns: [t.actor, t.key] }), index("command_keys_at").on(t.at)]);

export const counters = pgTable("counters", {
  kind: text().notNull(),
  year: integer().notNull(),
  next: integer().notNull(),
}, (t) => [primaryKey({ columns: [t.kind, t.year] }), check("counters_next", sql`${t.next} >= 1`)]);

export const workerLeases = pgTable("worker_leases", {
  workerId: text().primaryKey(),
  lockKey: integer().notNull(),
  since: moment().notNull(),
});

export const notifications = pgTable("notifications", {
  id: id(),
  userId: uuid().notNull().references(() => users.id),
  eventId: uuid().notNull(),
  eventAt: moment().notNull(),
  kind: text().notNull(),
  needsAction: integer().notNull().default(0),
  subjectKind: text().notNull(),
  subjectId: uuid().notNull(),
  href: text().notNull(),
  values: jsonb().$type<Record<string, string | number>>().notNull().default({}),
  createdAt: moment().notNull(),
  readAt: moment(),
  doneAt: moment(),
}, (t) => [
  uniqueIndex("notifications_once").on(t.eventId, t.userId),
  index("notifications_user").on(t.userId, t.createdAt),
  index("notifications_subject").on(t.subjectKind, t.subjectId),
]);

export type MailLine = { key: string; values: Record<string, string | number>; href: string };

/** Mail to be sent. The id becomes the Message-ID, so that a second delivery can be recognised. No token stands here. */
export const mails = pgTable("mails", {
  id: id(),
  toAddress: text().notNull(),
  template: text().notNull(),
  values: jsonb().$type<Record<string, string | number>>().notNull(),
  /** What a digest lists below its sentence: keys of the catalog `digests` with their values, and where each leads. */
  lines: jsonb().$type<MailLine[]>(),
  requestId: uuid(),
  createdAt: moment().notNull(),
  sentAt: moment(),
  attempts: integer().notNull().default(0),
  /** Null until the first attempt: at once, whatever the clock of the machine that wrote it says. */
  nextAttemptAt: moment(),
  /** Set when it is too old to be tried once more. */
  givenUpAt: moment(),
  lastError: text(),
}, (t) => [index("mails_unsent").on(t.createdAt).where(sql`sent_at is null`)]);
