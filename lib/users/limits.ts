import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { appPool } from "@/db/client";

type Limit = "sign-in-mail" | "sign-in-address" | "mail-request" | "register";

/** How many attempts in how many seconds. Per mail address it is people; per network address whole offices share one. */
const limits: Record<Limit, { points: number; duration: number }> = {
  "sign-in-mail": { points: 5, duration: 5 * 60 },
  "sign-in-address": { points: 100, duration: 15 * 60 },
  "mail-request": { points: 5, duration: 60 * 60 },
  register: { points: 30, duration: 60 * 60 },
};

const made = new Map<Limit, RateLimiterPostgres>();

function limiter(limit: Limit): RateLimiterPostgres {
  let one = made.get(limit);
  if (!one) {
    one = new RateLimiterPostgres({ storeClient: appPool(), tableName: "rate_limits", tableCreated: true, keyPrefix: limit, ...limits[limit] });
    made.set(limit, one);
  }
  return one;
}

/** Counts one attempt. @returns minutes to wait, or 0 when it is allowed */
export async function countAttempt(limit: Limit, key: string): Promise<number> {
  try {
    await limiter(limit).consume(key);
    return 0;
  } catch (error) {
    if (error instanceof RateLimiterRes) return Math.max(1, Math.ceil(error.msBeforeNext / 60_000));
    throw error;
  }
}

export async function forgetAttempts(limit: Limit, key: string): Promise<void> {
  await limiter(limit).delete(key);
}
