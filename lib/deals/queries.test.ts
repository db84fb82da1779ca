import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { db } from "@/db/client";
import { dealMessages, deals, interests } from "@/db/schema";
import { useDatabase } from "@/db/testing/database";
import { agreeOn, makeBrokerOf, makeDealing, openOne, terms, type Dealing } from "@/db/testing/dealing";
import { listContracts } from "@/lib/contracts/queries";
import type { Person } from "@/lib/core/actor";
import { newId } from "@/lib/core/id";
import { NotFound } from "@/lib/core/errors";
import { countWaitingInterests, findOpenInterest, listInterests, listOwnRecords } from "@/lib/interests/queries";
import { endDeal } from "./end";
import { proposeTerms } from "./propose-terms";
import { getDealRoom, listDeals, listMessages, listTurns, roomOf } from "./queries";

useDatabase();

let dealing: Dealing;
beforeAll(async () => {
  dealing = await makeDealing();
});

it("finds deals by number, record and partner, and by where they stand", async () => {
  const [talking, agreed, ended] = [await openOne(dealing), await openOne(dealing), await openOne(dealing)];
  await agreeOn(dealing, agreed);
  await endDeal(dealing.buyer, { dealId: ended, reason: "price" });
  const organisationId = dealing.enterprise.organisationId;
  const found = async (scope: Parameters<typeof listDeals>[1]) => (await listDeals(dealing.buyer, { organisationId, ...scope }, { page: 1, size: 20 })).rows.map((row) => row.id).sort();
  const { deal } = await getDealRoom(dealing.buyer, talking);
  expect(await found({ q: deal.number })).toEqual([talking]);
  expect(await found({ q: "卖方大学" })).toEqual([talking, agreed, ended].sort());
  expect(await found({ q: "叶片%" })).toEqual([]);
  expect(await found({ status: "open", q: "叶片" })).toEqual([talking, agreed].sort());
  expect(await found({ status: "open", stage: "signing" })).toEqual([agreed]);
});

it("lays out an organisation's deals, contracts and interests for its members alone", async () => {
  await openOne(dealing);
  const { organisationId } = dealing.enterprise, page = { page: 1, size: 20 };
  const readings: ((actor: Person) => Promise<unknown>)[] = [
    (actor) => listDeals(actor, { organisationId }, page), (actor) => listTurns(actor, organisationId, new Set(), 8), (actor) => listContracts(actor, organisationId, {}, page),
    (actor) => listInterests(actor, { organisationId, box: "out" }, page), (actor) => countWaitingInterests(actor, organisationId), (actor) => listOwnRecords(actor, organisationId, "need"),
  ];
  for (const read of readings) {
    await read(dealing.buyer);
    for (const other of [dealing.office, dealing.stranger, dealing.reviewer]) await expect(read(other)).rejects.toThrow(NotFound);
  }
  const { id, targetListingId } = (await db().select().from(interests).where(eq(interests.fromOrganisationId, organisationId)))[0]!;
  await db().update(interests).set({ status: "sent" }).where(eq(interests.id, id));
  expect(await findOpenInterest(dealing.buyer, organisationId, targetListingId)).toEqual({ id });
  expect(await findOpenInterest(dealing.stranger, organisationId, targetListingId)).toBeNull();
});

it("has a room for its two sides and its broker, and for nobody else who reads its contract", async () => {
  const dealId = await openOne(dealing), broker = await makeBrokerOf(dealing, dealId);
  for (const [actor, room] of [[dealing.office, { slug: dealing.university.slug }], [dealing.buyer, { slug: dealing.enterprise.slug }], [broker, { slug: null }], [dealing.stranger, null], [dealing.reviewer, null]] as const) expect(await roomOf(actor, dealId)).toEqual(room);
});

it("knows of every open deal whose turn it is, however many there are, those that have waited longest first", async () => {
  const own = await makeDealing();
  const made = [await openOne(own), await openOne(own), await openOne(own)];
  const [talking, proposed, ended] = made as [string, string, string];
  await proposeTerms(own.buyer, { dealId: proposed, ...terms });
  await endDeal(own.buyer, { dealId: ended, reason: "price" });
  // More than a page of them, all older than the one that was opened first.
  const [deal] = await db().select().from(deals).where(eq(deals.id, talking));
  const [interest] = await db().select().from(interests).where(eq(interests.id, deal!.interestId));
  const many = Array.from({ length: 120 }, (_, n) => ({ id: newId(), interestId: newId(), number: `D-2026-8${n}`, stageSince: new Date(Date.UTC(2026, 0, 1, 0, n)) }));
  await db().insert(interests).values(many.map(({ interestId }) => ({ ...interest!, id: interestId })));
  await db().insert(deals).values(many.map((one) => ({ ...deal!, ...one })));

  const seller = await listTurns(own.office, own.university.organisationId, new Set(), 2);
  expect([seller.total, seller.rows]).toMatchObject([122, many.slice(0, 2).map(({ id }) => ({ id, partner: own.enterprise.name, task: "propose_terms" }))]);
  const buyer = await listTurns(own.buyer, own.enterprise.organisationId, new Set([many[0]!.id]), 200);
  expect(buyer.total, "not the one whose terms the other side must agree to, nor what is asked for already").toBe(120);
  expect(buyer.rows.at(-1)).toMatchObject({ id: talking, partner: own.university.name });
  await expect(listTurns(own.stranger, own.university.organisationId, new Set(), 5)).rejects.toThrow(NotFound);
});

it("shows every message, a page at a time, none twice", async () => {
  const dealId = await openOne(dealing);
  const sentAt = new Date("2026-06-01T02:00:00Z");
  // Sent in one moment: the id decides.
  await db().insert(dealMessages).values(Array.from({ length: 205 }, (_, n) => ({ id: newId(sentAt), dealId, authorId: dealing.buyer.userId, organisationId: dealing.enterprise.organisationId, text: `第${n}条`, sentAt })));
  const seen: string[] = [];
  let before: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listMessages>> = await listMessages(dealing.office, dealId, before, 50);
    seen.push(...page.messages.map((one) => one.id));
    before = page.older;
  } while (before);
  // And what the interest said, before all of them.
  expect(seen).toHaveLength(206);
  expect(new Set(seen).size).toBe(206);
  const first = await openOne(dealing);
  expect((await listMessages(dealing.office, first)).messages).toMatchObject([{ text: "我们想谈谈许可。", author: dealing.buyer.name, organisation: dealing.enterprise.name, mine: false, opening: true }]);
  expect((await listMessages(dealing.buyer, first)).messages).toMatchObject([{ mine: true }]);
  expect((await listMessages(dealing.office, dealId, "nonsense")).messages).toHaveLength(50);
  await expect(listMessages(dealing.stranger, dealId)).rejects.toThrow(NotFound);
});
