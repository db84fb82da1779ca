import { check, date, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { introductionSides, markKinds } from "../../lib/introductions/states";
import { brokers } from "./brokers";
import { id, moment, oneOf } from "./columns";
import { listings } from "./listings";

/** What a broker noted on a pair: a log, never edited; the newest line that was not undone is how the pair stands. */
export const brokerMarks = pgTable("broker_marks", {
  id: id(),
  brokerId: uuid().notNull().references(() => brokers.id),
  needId: uuid().notNull().references(() => listings.id),
  achievementId: uuid().notNull().references(() => listings.id),
  kind: text({ enum: markKinds }).notNull(),
  note: text(),
  /** The day on which the pair comes back to the desk. */
  dueOn: date({ mode: "string" }),
  markedAt: moment().notNull(),
  undoneAt: moment(),
}, (t) => [
  check("broker_marks_kind", oneOf(t.kind, markKinds)),
  index("broker_marks_pair").on(t.brokerId, t.needId, t.achievementId, t.markedAt),
]);

/** A broker recommends a pair to one or both of its owners, once. */
export const introductions = pgTable("introductions", {
  id: id(),
  brokerId: uuid().notNull().references(() => brokers.id),
  needId: uuid().notNull().references(() => listings.id),
  achievementId: uuid().notNull().references(() => listings.id),
  side: text({ enum: introductionSides }).notNull(),
  message: text().notNull(),
  madeAt: moment().notNull(),
}, (t) => [
  check("introductions_side", oneOf(t.side, introductionSides)),
  uniqueIndex("introductions_once").on(t.brokerId, t.needId, t.achievementId),
  index("introductions_need").on(t.needId),
  index("introductions_achievement").on(t.achievementId),
  index("introductions_broker").on(t.brokerId, t.madeAt),
]);
