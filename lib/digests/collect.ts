import { and, eq, inArray, isNull, ne } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { digestMatches, digestSettings, listings, matchJudgements, memberships, organisations, users } from "@/db/schema";
import { takeNews, type News } from "@/lib/matching/news";
import { defaultSetting, reaches } from "./rules";

const batch = 500;

/**
 * Lays every new match down for each member who wants to be told of it. News is taken and laid down in one transaction,
 * and a member has a pair once for ever: a job that runs twice or dies in between neither repeats nor loses any.
 * @returns how many news were collected
 */
export async function collectNews(): Promise<number> {
  let collected = 0;
  for (;;) {
    const taken = await db().transaction(async (tx) => {
      const news = await takeNews(tx, batch);
      const rows = news.length > 0 ? await readersOf(tx, news) : [];
      if (rows.length > 0) await tx.insert(digestMatches).values(rows).onConflictDoNothing();
      return news.length;
    });
    collected += taken;
    if (taken < batch) return collected;
  }
}

/** Members of both owners, each with what they want; whoever is in both has the pair once. */
async function readersOf(tx: Tx, news: News[]): Promise<(typeof digestMatches.$inferInsert)[]> {
  const owners = await tx.select({ id: listings.id, organisationId: listings.organisationId }).from(listings).where(inArray(listings.id, news.flatMap((one) => [one.needId, one.achievementId])));
  const ownerOf = new Map(owners.map((row) => [row.id, row.organisationId]));
  const members = await tx
    .select({ userId: memberships.userId, organisationId: memberships.organisationId, roles: memberships.roles, threshold: digestSettings.threshold })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .leftJoin(digestSettings, and(eq(digestSettings.userId, memberships.userId), eq(digestSettings.organisationId, memberships.organisationId)))
    .where(and(inArray(memberships.organisationId, [...new Set(owners.map((row) => row.organisationId))]), ne(organisations.kind, "bureau"), isNull(users.suspendedAt)));
  const dismissed = await tx.select({ needId: matchJudgements.needId, achievementId: matchJudgements.achievementId, organisationId: matchJudgements.organisationId }).from(matchJudgements)
    .where(and(isNull(matchJudgements.undoneAt), inArray(matchJudgements.needId, news.map((one) => one.needId))));
  const against = new Set(dismissed.map((one) => `${one.needId}/${one.achievementId}/${one.organisationId}`));
  return news.flatMap((one) => [one.needId, one.achievementId].flatMap((listingId) => {
    const organisationId = ownerOf.get(listingId);
    if (!organisationId || against.has(`${one.needId}/${one.achievementId}/${organisationId}`)) return [];
    return members
      .filter((member) => member.organisationId === organisationId && reaches(member.threshold ?? defaultSetting(member.roles).threshold, one.level))
      .map((member) => ({ userId: member.userId, organisationId, ...one }));
  }));
}
