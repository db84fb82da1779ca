import { sql, type SQL } from "drizzle-orm";
import { bigint, timestamp, uuid, type AnyPgColumn } from "drizzle-orm/pg-core";

/** Pieces that every table builds its columns from, so that a kind of value has one shape in the whole database. */
export const id = () => uuid().primaryKey();
export const moment = () => timestamp({ withTimezone: true, mode: "date" });
/** Integer fen. The check on each table keeps it inside JavaScript's safe integers. */
export const fen = () => bigint({ mode: "number" });
/** The event that wrote the row; a deferrable foreign key on (at, id) stands in the migrations. */
export const eventAt = () => timestamp({ withTimezone: true, mode: "date" }).notNull();
export const eventId = () => uuid().notNull();

export function oneOf(column: AnyPgColumn, values: readonly string[]): SQL {
  return sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(", "))})`;
}

export function safeFen(column: AnyPgColumn): SQL {
  return sql`abs(${column}) <= 9007199254740991`;
}
