import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { notifications } from "@/db/schema";
import { useDatabase, useMeilisearch } from "@/db/testing/database";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { makePublished } from "@/db/testing/market";
import { system } from "@/lib/core/actor";
import { clock, withClock } from "@/lib/core/clock";
import { newId } from "@/lib/core/id";
import { record } from "@/lib/events/record";
import graded from "@/lib/matching/data/graded.json";
import { refreshMatches } from "@/lib/matching/refresh";
import { prepareSearch } from "@/lib/search/prepare";
import { saveSearch } from "@/lib/subscriptions/save";
import { follow } from "@/lib/worker/follow";
import { getDigest } from "./queries";
import { sendDigests } from "./tell";

useDatabase();
const search = useMeilisearch();

const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);

it.runIf(search)("a need that is published is matched, and its owner, the other's and a searcher hear of it once", async () => {
  await prepareSearch();
  const [seller, buyer] = [await makeOrganisation(), await makeOrganisation({ kind: "enterprise" })];
  const [sellerPerson, buyerPerson, searcher] = [await makePerson({ organisation: seller }), await makePerson({ organisation: buyer }), await makePerson()];
  const old = new Date(Date.now() - 60 * 86_400_000);
  const achievements = new Map<string, string>();
  for (const one of graded.achievements) achievements.set(one.id, (await makePublished("achievement", seller, { title: one.title, summary: one.summary, maturity: one.maturity ?? null, modes: one.modes ?? [], at: old })).id);
  for (const one of graded.needs.filter((need) => need.id !== "n03")) await makePublished("need", buyer, { title: one.title, problem: one.content, at: old });
  await prepareSearch(); // brings the index to what is public
  await saveSearch(searcher, { name: "水下焊接", query: "q=水下焊接", frequency: "at_once" });

  const need = graded.needs.find((one) => one.id === "n03")!;
  const { id } = await makePublished("need", buyer, { title: need.title, problem: need.content, requiredMaturity: 6, modes: need.modes ?? [] });
  await db().transaction((tx) => record(tx, { id: newId(), at: clock.now(), name: "need.approved", actor: system("test"), subjects: [{ kind: "need", id }] }));
  expect(await follow()).toEqual([]);

  expect(await withClock(later(2), sendDigests)).toBe(3);
  await follow();
  const told = await db().select().from(notifications).where(eq(notifications.kind, "digest.told"));
  const digestOf = async (person: typeof sellerPerson) => getDigest(person, told.find((row) => row.userId === person.userId)!.subjectId);
  expect((await digestOf(buyerPerson)).matches.map((match) => match.other.id)).toContain(achievements.get("a05"));
  const others = (await digestOf(sellerPerson)).matches.map((match) => match.other.id);
  expect([...new Set(others)]).toEqual([id]);
  expect((await digestOf(searcher)).hits).toMatchObject([{ id, search: "水下焊接" }]);

  // The night computes everything anew; nobody hears of it again.
  await refreshMatches();
  expect(await withClock(later(120), sendDigests)).toBe(0);
}, 60_000);
