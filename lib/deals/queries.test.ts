import { beforeAll, expect, it } from "vitest";
import { db } from "@/db/client";
import { dealMessages } from "@/db/schema";
import { useDatabase } from "@/db/testing/database";
import { agreeOn, makeDealing, openOne, type Dealing } from "@/db/testing/dealing";
import { newId } from "@/lib/core/id";
import { NotFound } from "@/lib/core/errors";
import { endDeal } from "./end";
import { getDealRoom, listDeals, listMessages } from "./queries";

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
  expect(seen).toHaveLength(205);
  expect(new Set(seen).size).toBe(205);
  expect((await listMessages(dealing.office, dealId, "nonsense")).messages).toHaveLength(50);
  await expect(listMessages(dealing.stranger, dealId)).rejects.toThrow(NotFound);
});
