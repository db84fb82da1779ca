import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { interests, matchJudgements, matchViews } from "@/db/schema";
import { useDatabase } from "@/db/testing/database";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { makeMatch, makePublished } from "@/db/testing/market";
import type { Membership, Person } from "@/lib/core/actor";
import { clock } from "@/lib/core/clock";
import { newId } from "@/lib/core/id";
import { historyOf } from "@/lib/listings/read";
import { dismiss } from "./dismiss";
import { feedbackOn } from "./feedback";
import { judgedPairs } from "./judgements";
import { listMatches } from "./queries";
import { undoDismissal } from "./undo-dismissal";
import { markViewed } from "./view";

useDatabase();

let seller: Membership, sellerPerson: Person, achievement: { id: string };
let buyers: { organisation: Membership; person: Person }[];

beforeAll(async () => {
  seller = await makeOrganisation();
  sellerPerson = await makePerson({ organisation: seller });
  achievement = await makePublished("achievement", seller);
  buyers = [];
  for (let n = 0; n < 3; n++) {
    const organisation = await makeOrganisation({ kind: "enterprise" });
    buyers.push({ organisation, person: await makePerson({ organisation }) });
  }
});

describe("what people say about matches", () => {
  it("goes back to the author by reason, counted, without names", async () => {
    for (const { organisation, person } of buyers) {
      const pair = await makeMatch(await makePublished("need", organisation), achievement);
      await dismiss(person, { ...pair, reason: "too_early", note: "内部说法" });
    }
    const pair = await makeMatch(await makePublished("need", buyers[0]!.organisation), achievement);
    await dismiss(buyers[0]!.person, { ...pair, reason: "already_known" });
    const listing = { id: achievement.id, organisationId: seller.organisationId };
    expect(await feedbackOn(sellerPerson, listing)).toEqual([{ reason: "too_early", organisations: 3 }]);
    expect(await feedbackOn(buyers[0]!.person, listing)).toEqual([]);
    // Nor does the author's timeline name anybody.
    expect(await historyOf(sellerPerson, { ...listing, kind: "achievement" })).toEqual([]);
    await undoDismissal(buyers[0]!.person, pair);
  });

  it("keeps a word of one's own as it can be kept, and says what is wrong with one that cannot", async () => {
    const [{ organisation, person }] = buyers as [(typeof buyers)[number]];
    const pair = await makeMatch(await makePublished("need", organisation), await makePublished("achievement", seller));
    const refused = await dismiss(person, { ...pair, reason: "price", note: "长".repeat(201) }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ fields: { note: { code: "too_long", values: { max: 200, is: 201 } } } });
    await dismiss(person, { ...pair, reason: "price", note: " 太\u0000贵\ud842 " });
    expect(await db().select({ note: matchJudgements.note }).from(matchJudgements).where(eq(matchJudgements.needId, pair.needId))).toEqual([{ note: "太贵" }]);
  });

  it("counts a declined interest for the record that it was sent out of", async () => {
    const [need, own] = [await makePublished("need", buyers[0]!.organisation), await makePublished("achievement", seller)];
    await db().insert(interests).values({
      id: newId(), targetListingId: need.id, ownListingId: own.id, fromOrganisationId: seller.organisationId, toOrganisationId: buyers[0]!.organisation.organisationId,
      message: "x", status: "declined", reason: "price", sentBy: sellerPerson.userId, sentAt: clock.now(), expiresAt: clock.now(), answeredAt: clock.now(),
    });
    expect(await feedbackOn(sellerPerson, { id: own.id, organisationId: seller.organisationId })).toEqual([{ reason: "price", organisations: 1 }]);
    expect(await judgedPairs(db())).toContainEqual({ needId: need.id, achievementId: own.id, grade: 2 });
  });

  it("is kept as grades, the strongest evidence first", async () => {
    const { organisation, person } = buyers[1]!;
    const need = await makePublished("need", organisation);
    const pair = await makeMatch(need, achievement);
    const graded = async () => (await judgedPairs(db())).find((one) => one.needId === need.id)?.grade;
    expect(await graded()).toBeUndefined();
    await dismiss(person, { ...pair, reason: "wrong_field" });
    expect(await graded()).toBe(0);
    await markViewed(person, { ...pair, organisationId: organisation.organisationId }, clock.now());
    await markViewed(person, { ...pair, organisationId: organisation.organisationId }, clock.now());
    await markViewed(sellerPerson, { ...pair, organisationId: organisation.organisationId }, clock.now()); // not theirs to say
    expect(await graded()).toBe(1);
    expect((await db().select().from(matchViews)).map((view) => view.times)).toEqual([2]);
  });

  it("keeps a pair that both sides reject away from both", async () => {
    const { person, organisation } = buyers[2]!;
    const need = await makePublished("need", organisation);
    const pair = await makeMatch(need, achievement);
    await dismiss(person, { ...pair, reason: "wrong_field" });
    await dismiss(sellerPerson, { ...pair, reason: "wrong_field" });
    const [mine, theirs] = [await listMatches(person, need.id), await listMatches(sellerPerson, achievement.id)];
    expect(mine.shown).toEqual([]);
    expect(theirs.shown.map((match) => match.needId)).not.toContain(need.id);
  });
});
