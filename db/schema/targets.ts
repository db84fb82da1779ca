import { sql } from "drizzle-orm";
import { bigint, check, date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, moment, oneOf } from "./columns";
import { users } from "./users";

/** Scaled by 100 so that 2.6 % and 400亿元 are both integers: money indicators are in fen, others in hundredths of their unit. */
const scaled = () => bigint({ mode: "number" });
const scopeKinds = ["city", "district", "institution"] as const;

/** A row that was replaced or taken away stays with the moment at which it ended, so that a past day has the targets of that day (domain A1). */
export const targets = pgTable("targets", {
  id: id(),
  indicator: text().notNull(),
  scopeKind: text({ enum: scopeKinds }).notNull(),
  scopeCode: text().notNull(),
  year: integer().notNull(),
  value: scaled().notNull(),
  floor: scaled(),
  stretch: scaled(),
  source: text().notNull(),
  setBy: uuid().references(() => users.id),
  setAt: moment().notNull(),
  endedAt: moment(),
}, (t) => [
  check("targets_scope", oneOf(t.scopeKind, scopeKinds)),
  uniqueIndex("targets_standing").on(t.indicator, t.scopeKind, t.scopeCode, t.year).where(sql`ended_at is null`),
]);

/** What somebody reported, with its source; never mixed with what the ledger computes (domain A3). Kept like targets. */
export const reportedValues = pgTable("reported_values", {
  id: id(),
  indicator: text().notNull(),
  scopeKind: text({ enum: scopeKinds }).notNull(),
  scopeCode: text().notNull(),
  year: integer().notNull(),
  value: scaled().notNull(),
  source: text().notNull(),
  reportedBy: uuid().references(() => users.id),
  reportedAt: moment().notNull(),
  endedAt: moment(),
}, (t) => [
  uniqueIndex("reported_values_standing").on(t.indicator, t.scopeKind, t.scopeCode, t.year).where(sql`ended_at is null`),
]);

/** Days off and made-up working days, for limits that count working days. */
export const holidays = pgTable("holidays", {
  day: date({ mode: "string" }).primaryKey(),
  working: integer().notNull(),
  name: text().notNull(),
  note: jsonb(),
}, (t) => [index("holidays_day").on(t.day)]);
