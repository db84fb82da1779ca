import { eq, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { digests, users } from "@/db/schema";
import { command } from "@/lib/command";
import { system, type Actor } from "@/lib/core/actor";
import { Conflict, isKnownError, NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { assignHits, dropStaleHits } from "@/lib/subscriptions/hits";
import { collectNews } from "./collect";
import { dropStale, dueHitsOf, dueMatches, peopleToTell } from "./find-due";
import { tellInput } from "./input";
import { canTell } from "./policy";

/** The person's row is the lock: two workers do not make two digests of the same things. */
async function getReader(tx: Tx, actor: Actor, input: { userId: string }): Promise<{ userId: string }> {
  const [user] = canTell(actor) ? await tx.select({ userId: users.id }).from(users).where(eq(users.id, input.userId)).for("update") : [];
  if (!user) throw new NotFound();
  return user;
}

/** Tells one person everything that is due, once: what is put into a digest has left the waiting. */
export const tellDigest = command({
  name: "digest.told",
  input: tellInput,
  find: getReader,
  allow: canTell,
  async run({ tx, subject: { userId }, event }) {
    const id = newId(event.at);
    const hits = await dueHitsOf(tx, userId);
    await tx.insert(digests).values({ id, userId, toldAt: event.at });
    const { rowCount } = await tx.execute(sql`update digest_matches d set digest_id = ${id} where d.user_id = ${userId} and ${dueMatches(id)}`);
    await assignHits(tx, hits, id);
    const matches = rowCount ?? 0;
    if (matches + hits.length === 0) throw new Conflict("nothing_to_tell");
    return { result: { id }, subjects: [{ kind: "digest", id }], facts: { digest: id, matches, hits: hits.length } };
  },
});

/** Job: lays down what is new and tells whom it is due. @returns how many digests went out */
export async function sendDigests(): Promise<number> {
  await collectNews();
  let told = 0;
  for (const userId of await peopleToTell(1_000)) {
    // Before the act, which takes back everything where nothing is left to tell: this person would be asked for every minute.
    await dropStale(db(), userId);
    await dropStaleHits(db(), userId);
    try {
      await tellDigest(system("send-digests"), { userId });
      told += 1;
    } catch (error) {
      // Told by another worker, or settings changed between our reading and our act.
      if (!isKnownError(error)) throw error;
    }
  }
  return told;
}

/** Job of the night: what waits for people whom nothing is told, or not before the end of the week, may be gone long before. */
export async function forgetStale(): Promise<void> {
  await dropStale(db());
  await dropStaleHits(db());
}
