import { expect, it } from "vitest";
import { db } from "@/db/client";
import { matchedListings } from "@/db/schema";
import { useDatabase } from "@/db/testing/database";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { makeMatch, makePublished } from "@/db/testing/market";
import { pageSizes } from "@/lib/core/page";
import { draft } from "@/lib/needs/draft";
import { countedTogether, listMatchedListings, titleFor } from "./overview";
import { listMatches, type MatchOrder } from "./queries";

useDatabase();

it("a record without a public text is called by its own people's, and by nobody else's", async () => {
  const organisation = await makeOrganisation({ kind: "enterprise" });
  const [own, stranger, broker] = [await makePerson({ organisation }), await makePerson({ organisation: await makeOrganisation() }), { ...await makePerson(), brokerId: "any" }];
  const listing = { id: (await draft(own, { title: "还没有公开的需求" })).id, organisationId: organisation.organisationId };
  expect(await Promise.all([own, stranger, broker].map((reader) => titleFor(reader, listing)))).toEqual(["还没有公开的需求", null, null]);
  const open = { id: (await makePublished("need", organisation)).id, organisationId: organisation.organisationId };
  expect(await titleFor(stranger, open)).toBe(await titleFor(own, open));
  expect(await titleFor(stranger, open)).toBeTruthy();
});

it("the matches of a record are read best first, or as they were published", async () => {
  const [buyer, seller] = [await makeOrganisation({ kind: "enterprise" }), await makeOrganisation()];
  const reader = await makePerson({ organisation: buyer });
  const need = await makePublished("need", buyer);
  const [old, young] = [await makePublished("achievement", seller, { at: new Date(1_000) }), await makePublished("achievement", seller, { at: new Date(2_000) })];
  await makeMatch(need, old, "high", 90);
  await makeMatch(need, young, "fair", 40);
  const read = async (order?: MatchOrder) => (await listMatches(reader, need.id, { page: 1, size: 20 }, order)).shown.map(({ other }) => other.id);
  expect([await read(), await read("newest")]).toEqual([[old.id, young.id], [young.id, old.id]]);
});

it("of very many records all are listed once, those that were best when they were compared before the others, each with its matches of now", async () => {
  expect(pageSizes.every((size) => countedTogether % size === 0), "no page lies across").toBe(true);
  const [owner, seller] = [await makeOrganisation({ kind: "enterprise" }), await makeOrganisation()], reader = await makePerson({ organisation: owner });
  const achievements = [await makePublished("achievement", seller), await makePublished("achievement", seller)];
  const needs: string[] = [];
  for (let n = 0; n < countedTogether + 5; n += 1) needs.push((await makePublished("need", owner, { at: new Date(1_000 * (n + 1)) })).id);
  // The oldest was the best when it was compared, the second oldest has got its matches since.
  const [best, since] = needs as [string, string];
  await db().insert(matchedListings).values({ listingId: best, versionId: best, firstAt: new Date(), matchedAt: new Date(), count: 7, high: 1 });
  for (const achievement of achievements) await makeMatch({ id: since }, achievement, "high", 90);
  await makeMatch({ id: best }, achievements[0]!, "good", 60);
  const pages = await Promise.all([1, 2, 3].map((page) => listMatchedListings(reader, owner.organisationId, { page, size: 100 })));
  expect(pages.map(({ rows, total }) => [rows.length, total])).toEqual([[100, 205], [100, 205], [5, 205]]);
  expect(new Set(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).size).toBe(205);
  expect(pages[0]!.rows[0]).toMatchObject({ id: best, count: 1, high: 0 });
  expect(pages[2]!.rows[0], "in its own place until it is compared anew, at its head").toMatchObject({ id: since, count: 2, high: 2 });
});

it("records of one moment have an order, so that each stands on one page", async () => {
  const owner = await makeOrganisation(), person = await makePerson({ organisation: owner }), at = new Date();
  const made: string[] = [];
  for (let n = 0; n < 5; n++) made.push((await makePublished("achievement", owner, { at })).id);
  const onPage = async (page: number) => (await listMatchedListings(person, owner.organisationId, { page, size: 3 })).rows.map(({ id }) => id);
  expect([...(await onPage(1)), ...(await onPage(2))]).toEqual(made.toReversed());
});
