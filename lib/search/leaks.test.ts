import { eq, inArray } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { brokers, files, listings, notifications } from "@/db/schema";
import { makeBrokerOf, makeDealing, openOne } from "@/db/testing/dealing";
import { useDatabase } from "@/db/testing/database";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { makeBroker, makeMatch, makePublished } from "@/db/testing/market";
import { getAchievement } from "@/lib/achievements/queries";
import { visitor, type Actor, type Membership, type Person } from "@/lib/core/actor";
import { newId } from "@/lib/core/id";
import { canReadDealFile } from "@/lib/deals/queries";
import { dismissBroker } from "@/lib/deals/dismiss-broker";
import { inviteBroker } from "@/lib/deals/invite-broker";
import { declineInterest } from "@/lib/interests/decline";
import { listInterests } from "@/lib/interests/queries";
import { sendInterest } from "@/lib/interests/send";
import { undoDecline } from "@/lib/interests/undo-decline";
import { pastOfPairs } from "@/lib/introductions/past";
import { listDeskPairs } from "@/lib/introductions/queries";
import { latestPublished, publishedBy, similarListings } from "@/lib/listings/queries";
import { publicDocuments } from "@/lib/listings/public-document";
import { historyOf } from "@/lib/listings/read";
import { listMatches } from "@/lib/matching/queries";
import { getNeed } from "@/lib/needs/queries";
import { follow } from "@/lib/worker/follow";
import { readSearch } from "./address";
import { findListings } from "./find-listings";
import { paletteHits } from "./palette";

/**
 * Canaries: every part that one side keeps back holds a word that stands nowhere else, and everything that another
 * reader can get is looked through for it. What may be seen is looked for too, so that the test can fail.
 */
useDatabase();

const kept = ["canarydescription", "canaryadvantage", "canaryright", "canarycompleter", "4242424242", "canarymaterial", "canaryindicator", "777000777", "888000888", "canaryfile", "canarydealfile"];
let university: Membership, enterprise: Membership;
let office: Person, hidden: Person, other: Person, member: Person, broker: Person & { brokerId: string };
let achievement: { id: string }, need: { id: string };

async function addFile(listingId: string, name: string, audience: "public" | "registered" | "deal"): Promise<void> {
  const [row] = await db().select({ versionId: listings.publishedVersionId }).from(listings).where(eq(listings.id, listingId));
  await db().insert(files).values({ id: newId(), subjectKind: "listing_version", subjectId: row!.versionId!, name, mediaType: "application/pdf", size: 1, sha256: "0".repeat(64), audience, uploadedAt: new Date() });
}

beforeAll(async () => {
  university = await makeOrganisation({ name: "Canary Visible University" });
  enterprise = await makeOrganisation({ kind: "enterprise", name: "Canary Hidden Works" });
  office = await makePerson({ organisation: university, roles: ["editor"] });
  hidden = await makePerson({ organisation: enterprise, roles: ["editor"], name: "Canary Hidden Person" });
  other = await makePerson({ organisation: await makeOrganisation({ kind: "enterprise" }), roles: ["editor"] });
  member = await makePerson();
  broker = await makeBroker();
  const whole = { description: "deal", advantages: "deal", ip: "deal", price: "deal", completers: "deal" } as const;
  achievement = await makePublished("achievement", university, {
    title: "canaryshown steel", summary: "canaryshown", description: "canarydescription", advantages: [{ indicator: "canaryadvantage", ours: "1", unit: "x", current: "", evidence: "" }],
    ip: [{ kind: "invention_patent", number: "canaryright", status: "granted" }], completers: [{ name: "canarycompleter" }], priceKind: "fixed", priceFen: 4242424242, fieldCode: null, audience: whole,
  });
  need = await makePublished("need", enterprise, {
    title: "canaryshown need", problem: "canaryshown", elements: { material: "canarymaterial", method: null, effect: null, product: null, application: null },
    indicators: [{ name: "canaryindicator", comparator: "ge", target: "1", unit: "x", current: "", required: "must" }], budgetKind: "range", budgetMinFen: 777000777, budgetMaxFen: 888000888,
    anonymous: true, alias: "canaryalias", audience: { elements: "deal", indicators: "deal", budget: "deal" },
  });
  await addFile(achievement.id, "canarydealfile.pdf", "deal");
  await addFile(need.id, "canaryfile.docx", "deal");
  await makePublished("achievement", university, { title: "canaryshown bearing", completers: [{ name: "canarypublicperson" }], audience: { completers: "public" } });
  await makePublished("achievement", university, { title: "canaryshown gear", completers: [{ name: "canarycompleter" }], audience: { completers: "registered" } });
  await makeMatch(need, achievement);
});

/** Everything that a reader who is nobody to the two records can be given of them. */
async function everythingFor(actor: Actor): Promise<string> {
  const words = ["canaryshown", ...kept, "Canary Hidden", enterprise.slug];
  const searched = await Promise.all(words.map((q) => findListings(readSearch({ q }))));
  const known = [achievement.id, need.id];
  return JSON.stringify([
    await getAchievement(actor, achievement.id), await getNeed(actor, need.id), await publicDocuments(db(), known), await latestPublished("achievement", 50, actor),
    searched.map((one) => one.hits), await Promise.all(words.map((q) => paletteHits(actor, q).then((hits) => hits.filter((hit) => hit.kind !== "organisation")))),
    await latestPublished("need", 50, actor), await similarListings("need", null, newId(), actor, 50), await publishedBy(enterprise.organisationId, "need", actor, { page: 1, size: 20 }),
  ]);
}

const leaksIn = (text: string, more: string[] = []) => [...kept, "Canary Hidden", enterprise.slug, enterprise.organisationId, ...more].filter((word) => text.includes(word));

test("nobody else gets what is kept back, by any way of reading", async () => {
  for (const actor of [visitor, member, other, broker]) {
    const text = await everythingFor(actor);
    expect(text).toContain("canaryshown");
    expect(text).toContain("canaryalias");
    expect(leaksIn(text)).toEqual([]);
  }
  // Who completed a record finds it where that is public; elsewhere the name stands in no copy (`publicDocuments` above, from which every index is made).
  expect((await findListings(readSearch({ q: "canarypublicperson" }))).hits.map(({ title }) => title)).toEqual(["canaryshown bearing"]);
  // Words that are kept back find nothing either.
  for (const q of kept) expect((await findListings(readSearch({ q }))).total).toBe(0);
  // Of an amount that is kept back not even whether there is one.
  expect((await publicDocuments(db(), [achievement.id, need.id])).map((document) => document.money)).toEqual(["withheld", "withheld"]);
  // The test can fail: the owners read all of it.
  const own = JSON.stringify([await getAchievement(office, achievement.id), await getNeed(hidden, need.id)]);
  expect(leaksIn(own).sort()).toEqual([...kept, "Canary Hidden", enterprise.slug, enterprise.organisationId].sort());
});

test("nor does the other side of a match, nor the broker between them", async () => {
  expect(leaksIn(JSON.stringify(await listMatches(office, achievement.id)))).toEqual([]);
  expect(leaksIn(JSON.stringify((await listMatches(hidden, need.id)).shown), []).filter((word) => word !== enterprise.organisationId)).toEqual([]);
  const desk = JSON.stringify(await listDeskPairs(broker, { tab: "today", sort: "fit" }, { page: 1, size: 100 }));
  expect(desk).toContain("canaryalias");
  expect(leaksIn(desk)).toEqual([]);
});

test("who answers for an anonymous need stays unnamed in interests, timelines and notices", async () => {
  const { id: interestId } = await sendInterest(office, { targetListingId: need.id, ownListingId: achievement.id, message: "canaryshown offer" });
  await declineInterest(hidden, { interestId, reason: "price" });
  await undoDecline(hidden, { interestId });
  await declineInterest(hidden, { interestId, reason: "other", answer: "canaryshown answer" });
  await follow();
  const told = await db().select({ kind: notifications.kind, values: notifications.values, href: notifications.href }).from(notifications).where(eq(notifications.userId, office.userId));
  expect(told.map((row) => row.kind)).toContain("interest.declined");
  const timeline = await historyOf(office, { id: achievement.id, kind: "achievement", organisationId: university.organisationId });
  expect(timeline.map((line) => line.name)).toContain("interest.declined");
  expect(timeline.find((line) => line.name === "interest.sent")?.actor).toBe(office.name);
  const box = (await listInterests(office, { organisationId: university.organisationId, box: "out" }, { page: 1, size: 20 })).rows.map(({ to, ...row }) => ({ ...row, to: to.name }));
  expect(leaksIn(JSON.stringify([told, timeline, box]))).toEqual([]);
});

test("an interest that names no need does not say on a broker's desk whose the need is", async () => {
  const asked = await sendInterest(hidden, { targetListingId: achievement.id, message: "canaryshown question" });
  const pair = { needId: need.id, achievementId: achievement.id };
  const facts = async () => [...(await pastOfPairs(broker, [pair])).values()].flat().filter((fact) => "side" in fact && fact.side === "need").map((fact) => fact.code);
  expect(await facts()).toEqual([]);
  await declineInterest(office, { interestId: asked.id, reason: "other" });
  expect(await facts()).toEqual([]);
  await sendInterest(hidden, { targetListingId: achievement.id, ownListingId: need.id, message: "canaryshown again" });
  expect(await facts()).toEqual(["interest_sent"]);
});

test("papers of a deal are for those who take part, not for a broker who was only asked", async () => {
  const dealing = await makeDealing();
  const dealId = await openOne(dealing);
  const asked = await makeBrokerOf(dealing, dealId);
  expect(await canReadDealFile(asked, dealId)).toBe(true);
  await dismissBroker(dealing.office, { dealId, userId: asked.userId });
  expect(await canReadDealFile(asked, dealId)).toBe(false);
  const [profile] = await db().select({ id: brokers.id }).from(brokers).where(inArray(brokers.userId, [asked.userId]));
  await inviteBroker(dealing.office, { dealId, brokerId: profile!.id });
  for (const [actor, may] of [[asked, false], [dealing.buyer, true], [dealing.stranger, false], [visitor, false]] as const) expect(await canReadDealFile(actor, dealId)).toBe(may);
});
