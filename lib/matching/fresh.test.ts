import { beforeAll, expect, it } from "vitest";
import { db } from "@/db/client";
import { matchedListings, matches } from "@/db/schema";
import { useDatabase } from "@/db/testing/database";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { makePublished } from "@/db/testing/market";
import type { Membership, Person } from "@/lib/core/actor";
import { clock, withClock } from "@/lib/core/clock";
import { todayInHarbin } from "@/lib/core/dates";
import { NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import type { SearchEngine } from "@/lib/engine/port";
import { memoryEngine } from "@/lib/engine/testing/memory-engine";
import { publicDocumentsAfter } from "@/lib/listings/public-document";
import graded from "./data/graded.json";
import { dismiss } from "./dismiss";
import { listFreshMatches } from "./fresh";
import { achievementDocument, type AchievementText } from "./texts";

useDatabase();

const problem = "水下焊接机器人在浑浊水体中跟踪焊缝，需要激光视觉与水声定位";
let seller: Membership, buyerPerson: Person, stranger: Person, need: { id: string }, achievements: { id: string }[], engine: SearchEngine;

beforeAll(async () => {
  const buyer = await makeOrganisation({ kind: "enterprise" });
  seller = await makeOrganisation();
  [buyerPerson, stranger] = [await makePerson({ organisation: buyer }), await makePerson()];
  need = await makePublished("need", buyer, { title: "水下焊接焊缝跟踪", problem, anonymous: true, deadline: todayInHarbin(clock.now()) });
  achievements = [];
  for (let n = 0; n < 4; n++) achievements.push(await makePublished("achievement", seller, { title: "水下焊接机器人焊缝跟踪技术", summary: problem }));
  await makePublished("achievement", buyer, { title: "水下焊接机器人焊缝跟踪技术", summary: problem });
  const around = (graded.achievements as AchievementText[]).map((text) => ({ ...achievementDocument(text), id: newId() }));
  engine = memoryEngine([...around, ...await publicDocumentsAfter(db(), null, 100)]);
});

const ids = async (limit = 20) => (await listFreshMatches(buyerPerson, need.id, limit, engine)).shown.map((match) => match.other.id).sort();

it("are explained, in both directions, and nothing is stored", async () => {
  const { shown } = await listFreshMatches(buyerPerson, need.id, 20, engine);
  expect(shown.map((match) => match.achievementId).sort()).toEqual(achievements.map(({ id }) => id).sort());
  expect(shown[0]).toMatchObject({ needId: need.id, level: "high", changed: false, other: { kind: "achievement", organisationId: seller.organisationId } });
  expect(shown[0]!.reasons.map(({ code }) => code)).toContain("shared_words");
  const owner = await makePerson({ organisation: seller });
  const [back] = (await listFreshMatches(owner, achievements[0]!.id, 20, engine)).shown;
  expect(back).toMatchObject({ needId: need.id, achievementId: achievements[0]!.id, other: { id: need.id, organisationId: null } });
  expect(back!.score).toBeCloseTo(shown.find((match) => match.achievementId === achievements[0]!.id)!.score!, 2);
  expect(await db().$count(matches) + await db().$count(matchedListings)).toBe(0);
});

it("are as many as asked for, without what was put aside or has another version than the search server knows", async () => {
  // Its own record fits as well as any, and the index does not know whose an anonymous need is.
  for (const many of [1, 2, 3, 4]) expect(await ids(many)).toHaveLength(many);
  await dismiss(buyerPerson, { needId: need.id, achievementId: achievements[0]!.id, reason: "wrong_field" });
  expect(await ids()).toEqual(achievements.slice(1).map(({ id }) => id).sort());
  expect(await ids(3)).toHaveLength(3);
  const [held] = await engine.fetch([achievements[1]!.id]);
  await engine.indexDocuments([{ ...held!, stamp: newId() }]);
  expect(await ids()).toEqual(achievements.slice(2).map(({ id }) => id).sort());
});

it("are for those who may see the stored ones, and of an open need only", async () => {
  await expect(listFreshMatches(stranger, need.id, 20, engine)).rejects.toBeInstanceOf(NotFound);
  await expect(listFreshMatches(buyerPerson, "nonsense", 20, engine)).rejects.toBeInstanceOf(NotFound);
  await withClock(new Date(Date.now() + 2 * 86_400_000), async () => expect(await ids()).toEqual([]));
});
