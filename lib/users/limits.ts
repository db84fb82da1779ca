import { isIP } from "node:net";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { appPool } from "@/db/client";

type Limit = "sign-in-pair" | "sign-in-mail" | "sign-in-address" | "mail-request" | "register" | "palette";

/**
 * How many attempts in how many seconds. Strict for one mail address from one network address: whoever guesses locks out themselves.
 * From everywhere together a mail address takes so many that nobody with a few addresses can keep its owner out. Whole offices share a network address.
 */
const limits: Record<Limit, { points: number; duration: number }> = {
  "sign-in-pair": { points: 5, duration: 5 * 60 },
  "sign-in-mail": { points: 100, duration: 15 * 60 },
  "sign-in-address": { points: 100, duration: 15 * 60 },
  "mail-request": { points: 5, duration: 60 * 60 },
  register: { points: 30, duration: 60 * 60 },
  // Visitors of one network: twenty keys a second, as a room full of people does not type them.
  palette: { points: 1_200, duration: 60 },
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

/** Who gives out one IPv6 address gives out 64 bits of them: they count as one. */
export function networkOf(address: string | null): string {
  if (address === null) return "unknown";
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  if (isIP(plain) !== 6) return plain;
  const [head = [], tail] = plain.toLowerCase().split("::").map((half) => half.split(":").filter((group) => group !== ""));
  const groups = tail ? [...head, ...Array<string>(Math.max(0, 8 - head.length - tail.length)).fill("0"), ...tail] : head;
  return `${groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, "")).join(":")}::/64`;
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
