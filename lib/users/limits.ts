import { isIP } from "node:net";
import { sql } from "drizzle-orm";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { appPool, type Tx } from "@/db/client";
import { rateLimits } from "@/db/schema";

/** Counted at the door, before it is known what is wanted. */
type DoorLimit = "sign-in-pair" | "sign-in-mail" | "sign-in-address" | "register" | "palette";
/** Counted in an act, for what it has read: the address to which a mail would go, whoever asks and however it was typed. */
type ActLimit = "mail-request" | "invite-sender" | "invite-pair" | "invite-mail";

const [minute, hour, day] = [60, 3600, 86_400];

/**
 * How many attempts in how many seconds. Strict for one mail address from one network address: whoever guesses locks out themselves.
 * From everywhere together a mail address takes so many that nobody with a few addresses can keep its owner out. Whole offices share a network address.
 * Invitations: an administrator may ask in a whole office on one day, but nobody's mailbox is filled by one organisation, nor by many.
 */
export const limits = {
  "sign-in-pair": { points: 5, duration: 5 * minute },
  "sign-in-mail": { points: 100, duration: 15 * minute },
  "sign-in-address": { points: 100, duration: 15 * minute },
  register: { points: 30, duration: hour },
  // Visitors of one network: twenty keys a second, as a room full of people does not type them.
  palette: { points: 1_200, duration: minute },
  "mail-request": { points: 5, duration: hour },
  "invite-sender": { points: 50, duration: day },
  "invite-pair": { points: 3, duration: day },
  "invite-mail": { points: 10, duration: day },
} as const satisfies Record<DoorLimit | ActLimit, { points: number; duration: number }>;

const made = new Map<DoorLimit, RateLimiterPostgres>();

function limiter(limit: DoorLimit): RateLimiterPostgres {
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
export async function countAttempt(limit: DoorLimit, key: string): Promise<number> {
  try {
    await limiter(limit).consume(key);
    return 0;
  } catch (error) {
    if (error instanceof RateLimiterRes) return minutesOf(error.msBeforeNext);
    throw error;
  }
}

export async function forgetAttempts(limit: DoorLimit, key: string): Promise<void> {
  await limiter(limit).delete(key);
}

/**
 * Counts one in the act's own transaction: what the act refuses counts for nothing, two at once wait for each other, and no second connection is
 * held meanwhile. @returns minutes to wait, or 0 when it is allowed
 */
export async function countInAct(tx: Tx, limit: ActLimit, key: string, at: Date): Promise<number> {
  const { points, duration } = limits[limit];
  const now = at.getTime();
  const over = sql`${rateLimits.expire} <= ${now}`;
  const [counted] = await tx.insert(rateLimits).values({ key: `${limit}:${key}`, points: 1, expire: now + duration * 1000 })
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: { points: sql`case when ${over} then 1 else ${rateLimits.points} + 1 end`, expire: sql`case when ${over} then excluded.expire else ${rateLimits.expire} end` },
    }).returning();
  return counted!.points <= points ? 0 : minutesOf(counted!.expire! - now);
}

function minutesOf(ms: number): number {
  return Math.max(1, Math.ceil(ms / 60_000));
}
