import { bigint, index, integer, pgTable, text } from "drizzle-orm/pg-core";

/** Counters of attempts, in the shape that rate-limiter-flexible expects. Written only by lib/users/limits.ts. */
export const rateLimits = pgTable("rate_limits", {
  key: text().primaryKey(),
  points: integer().notNull().default(0),
  /** Milliseconds since 1970. */
  expire: bigint({ mode: "number" }),
}, (t) => [index("rate_limits_expire").on(t.expire)]);
