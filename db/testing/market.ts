import { randomBytes } from "node:crypto";
import { eq, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { achievementVersions, brokers, listings, listingVersions, matches, needVersions } from "@/db/schema";
import type { Membership, Person } from "@/lib/core/actor";
import { clock } from "@/lib/core/clock";
import { newId } from "@/lib/core/id";
import type { ListingKind } from "@/lib/listings/states";
import { makePerson, reload } from "./factories";

type Given = Partial<typeof needVersions.$inferInsert> & Partial<typeof achievementVersions.$inferInsert> & { at?: Date };

/** A public record as approval would leave it, without walking through review: for tests about what comes after. */
export async function makePublished(kind: ListingKind, owner: Pick<Membership, "organisationId">, { at = clock.now(), ...content }: Given = {}): Promise<{ id: string; title: string }> {
  const id = newId(), versionId = newId(), title = content.title ?? `Record ${randomBytes(3).toString("hex")}`;
  await db().transaction(async (tx) => {
    await tx.insert(listings).values({ id, kind, number: `T-${randomBytes(5).toString("hex")}`, organisationId: owner.organisationId, createdAt: at, updatedAt: at });
    await tx.insert(listingVersions).values({ id: versionId, listingId: id, ordinal: 1, status: "published", createdAt: at, savedAt: at, decidedAt: at });
    if (kind === "need") await tx.insert(needVersions).values({ ...content, versionId, title });
    else await tx.insert(achievementVersions).values({ ...content, versionId, title });
    await tx.update(listings).set({ status: "published", publishedVersionId: versionId, publishedAt: at }).where(eq(listings.id, id));
  });
  return { id, title };
}

/** A stored match of two records, as the worker would write it. */
export async function makeMatch(need: { id: string }, achievement: { id: string }, level: "high" | "good" | "fair" = "high", score = 80): Promise<{ needId: string; achievementId: string }> {
  const pair = { needId: need.id, achievementId: achievement.id };
  const versions = await db().select({ id: listings.id, versionId: listings.publishedVersionId }).from(listings).where(inArray(listings.id, [need.id, achievement.id]));
  const versionOf = (id: string) => versions.find((row) => row.id === id)?.versionId ?? newId();
  await db().insert(matches).values({ id: newId(), ...pair, needRank: 1, achievementRank: 1, needVersionId: versionOf(need.id), achievementVersionId: versionOf(achievement.id), score, level, parts: {}, reasons: [{ code: "shared_words", values: { words: ["x"] } }], method: "test", computedAt: clock.now() });
  return pair;
}

/** A person whose broker profile was approved; a member of an organisation, when one is given. */
export async function makeBroker(organisation?: Membership): Promise<Person & { brokerId: string }> {
  const person = await makePerson(organisation ? { organisation } : {});
  const id = newId();
  await db().insert(brokers).values({ id, userId: person.userId, introduction: "x", status: "approved", appliedAt: clock.now() });
  return { ...(await reload(person.userId)), brokerId: id };
}
