import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { achievementVersions, deals, listings, needVersions } from "@/db/schema";
import { command } from "@/lib/command";
import { Conflict } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { moveInterest, subjectsOf } from "@/lib/interests/move";
import { mayAcceptInterest } from "@/lib/interests/policy";
import { getInterestFor, type InterestRow } from "@/lib/interests/queries";
import { disclose } from "@/lib/listings/disclose";
import { nextNumber } from "@/lib/numbers/next";
import { barredAmong } from "@/lib/organisations/dishonesty";
import { openInput } from "./input";
import { assertOffered, sidesObstacle } from "./obstacle";
import { bringIn, presentOrHeirs } from "./places";

/** Accepting an interest opens the deal: one act, one event in the timelines of deal, interest and records (domain A4). */
export const openDeal = command({
  name: "deal.opened",
  input: openInput,
  async find(tx, actor, input) {
    const interest = await getInterestFor(tx, actor, input.interestId);
    return { ...interest, barred: await barredAmong(tx, [interest.fromOrganisationId, interest.toOrganisationId]) };
  },
  allow: mayAcceptInterest,
  async run({ tx, actor, subject, event }) {
    // What has come between since the interest was sent.
    await assertOffered(tx, [subject.targetListingId, subject.ownListingId]);
    const obstacle = await sidesObstacle(tx, [subject.fromOrganisationId, subject.toOrganisationId]);
    if (obstacle) throw new Conflict(obstacle);
    const interest = await moveInterest(tx, actor, { id: subject.id, to: "accepted", at: event.at });
    const { target, achievementId, needId, title } = await recordsOf(tx, interest);
    const owner = { organisationId: interest.toOrganisationId, people: actor.kind === "person" ? [actor.userId] : [] };
    const sender = { organisationId: interest.fromOrganisationId, people: await presentOrHeirs(tx, interest.sentBy, interest.fromOrganisationId) };
    const [seller, buyer] = target.kind === "achievement" ? [owner, sender] : [sender, owner];
    const [number = ""] = await nextNumber(tx, "D");
    const deal = {
      id: newId(event.at), number, title, interestId: interest.id, achievementId, needId, sellerId: seller.organisationId, buyerId: buyer.organisationId,
      stageSince: event.at, openedAt: event.at, demo: target.demo,
    };
    await tx.insert(deals).values(deal);
    await bringIn(tx, deal.id, "seller", seller.people, event.at);
    await bringIn(tx, deal.id, "buyer", buyer.people, event.at);
    await discloseBoth(tx, deal, event.at);
    return { result: { id: deal.id, number }, subjects: [{ kind: "deal", id: deal.id }, ...(await subjectsOf(tx, interest))], facts: { number } };
  },
});

async function recordsOf(tx: Tx, interest: InterestRow) {
  const read = async (id: string) => {
    const [row] = await tx.select({ kind: listings.kind, demo: listings.demo, achievement: achievementVersions.title, need: needVersions.title }).from(listings)
      .leftJoin(achievementVersions, eq(achievementVersions.versionId, listings.publishedVersionId))
      .leftJoin(needVersions, eq(needVersions.versionId, listings.publishedVersionId)).where(eq(listings.id, id));
    return row;
  };
  const target = (await read(interest.targetListingId)) ?? { kind: "achievement" as const, demo: false, achievement: "", need: "" };
  const [achievementId, needId] = target.kind === "achievement" ? [interest.targetListingId, interest.ownListingId] : [interest.ownListingId, interest.targetListingId];
  return { target, achievementId, needId, title: target.achievement ?? target.need ?? "" };
}

/** Each side may now read the protected fields of the other's record, through this deal (domain A7). */
async function discloseBoth(tx: Tx, deal: { id: string; achievementId: string | null; needId: string | null; sellerId: string; buyerId: string }, at: Date): Promise<void> {
  if (deal.achievementId) await disclose(tx, { listingId: deal.achievementId, organisationId: deal.buyerId, dealId: deal.id, at });
  if (deal.needId) await disclose(tx, { listingId: deal.needId, organisationId: deal.sellerId, dealId: deal.id, at });
}
