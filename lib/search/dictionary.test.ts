import { beforeAll, describe, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { achievementVersions, listings, listingVersions } from "@/db/schema";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { useDatabase, useMeilisearch } from "@/db/testing/database";
import { loadCodes } from "@/lib/codes/load";
import type { Person } from "@/lib/core/actor";
import { newId } from "@/lib/core/id";
import { addEntry } from "@/lib/dictionary/add-entry";
import { addSample } from "@/lib/dictionary/add-sample";
import { dictionaryState } from "@/lib/dictionary/queries";
import { requestEdition } from "@/lib/dictionary/request-edition";
import { retireEntries } from "@/lib/dictionary/retire-entries";
import { liveEngine } from "@/lib/engine/live";
import { BUILT_IN, setVocabulary } from "@/lib/engine/vocabulary";
import { readSearch } from "./address";
import { applyDictionary } from "./apply-dictionary";
import { findListings } from "./find-listings";
import { prepareSearch } from "./prepare";
import { compare, previewDictionary } from "./preview-dictionary";

useDatabase();
const meilisearch = useMeilisearch();
let operator: Person;

async function publish(title: string, organisationId: string): Promise<string> {
  const [id, versionId, at] = [newId(), newId(), new Date()];
  await db().transaction(async (tx) => {
    await tx.insert(listings).values({ id, kind: "achievement", number: `C-${id.slice(-8)}`, organisationId, status: "published", publishedVersionId: versionId, publishedAt: at, createdAt: at, updatedAt: at });
    await tx.insert(listingVersions).values({ id: versionId, listingId: id, ordinal: 1, status: "published", createdAt: at, savedAt: at });
    await tx.insert(achievementVersions).values({ versionId, title, summary: "低温熏制，保质期延长。" });
  });
  return id;
}

const found = async (q: string) => (await findListings(readSearch({ q }))).hits.map(({ title }) => title);
/** After an edition the process goes on by the old one until it has learnt the new one. */
const eventually = (q: string, titles: string[]) => expect.poll(() => found(q), { timeout: 10_000 }).toEqual(titles);

beforeAll(async () => {
  await db().transaction((tx) => loadCodes(tx));
  operator = await makePerson({ operator: true });
  const { organisationId } = await makeOrganisation();
  await publish("哈尔滨红肠低温熏制工艺", organisationId);
  await publish("里道斯风味肠真空包装", organisationId);
  await publish("寒区碳纤维叶片一体成型", organisationId);
  setVocabulary(BUILT_IN);
  if (meilisearch) await prepareSearch();
});

test("a preview tells who moved, who came and who went", () => {
  const hit = (id: string) => ({ id, kind: "need" as const, title: id });
  const told = compare("s", "q", { hits: [hit("a"), hit("b")], total: 2 }, { hits: [hit("b"), hit("c")], total: 5 });
  expect(told.before.map(({ id, before, after }) => [id, before, after])).toEqual([["a", 1, null], ["b", 2, 1]]);
  expect(told.after.map(({ id, before, after }) => [id, before, after])).toEqual([["b", 2, 1], ["c", null, 2]]);
  expect(told.same).toBe(false);
});

describe.runIf(meilisearch)("an operator teaches a synonym", () => {
  let entryId: string;

  test("the preview shows what it would do, and nothing has changed", async () => {
    await addSample(operator, { query: "里道斯" });
    ({ entryId } = await addEntry(operator, { entryKind: "synonym", members: "里道斯；红肠" }));
    await found("里道斯");
    const scans = vi.spyOn(liveEngine()!, "scan");
    const [preview] = (await previewDictionary(operator))!;
    // Whoever looks at a preview must not read the whole index for it.
    expect(scans).not.toHaveBeenCalled();
    scans.mockRestore();
    expect(preview?.before.map(({ title }) => title)).toEqual(["里道斯风味肠真空包装"]);
    expect(preview?.after.map(({ title, before }) => [title, before])).toEqual([["里道斯风味肠真空包装", 1], ["哈尔滨红肠低温熏制工艺", null]]);
    expect(await found("里道斯")).toEqual(["里道斯风味肠真空包装"]);
  });

  test("applied, it finds both, and the search answered all the while", async () => {
    await requestEdition(operator, {});
    let asking = true, asked = 0;
    const searching = (async () => { while (asking) { expect(await found("碳纤维")).toEqual(["寒区碳纤维叶片一体成型"]); asked++; } })();
    expect(await applyDictionary(50)).toBe(1);
    asking = false;
    await searching;
    expect(asked).toBeGreaterThan(0);
    await eventually("里道斯", ["里道斯风味肠真空包装", "哈尔滨红肠低温熏制工艺"]);
    expect(await dictionaryState(operator)).toMatchObject({ applied: { state: "applied", done: 3 }, pending: { added: [], removed: [] } });
  });

  test("retired, it is forgotten again", async () => {
    await retireEntries(operator, { entryIds: [entryId] });
    await requestEdition(operator, {});
    await applyDictionary(50);
    await eventually("里道斯", ["里道斯风味肠真空包装"]);
  });

  test("a dictionary that cuts every word wrongly still finds what is there", async () => {
    for (const members of ["纤维叶", "碳纤", "尔滨红", "肠低温", "斯风", "区碳"]) await addEntry(operator, { entryKind: "word", members });
    for (const members of ["碳纤维", "红肠", "工艺", "成型"]) await addEntry(operator, { entryKind: "stop", members });
    await addEntry(operator, { entryKind: "synonym", members: "维叶；滨红；寒区" });
    await requestEdition(operator, {});
    await applyDictionary(50);
    await eventually("碳纤维", ["寒区碳纤维叶片一体成型"]);
    for (const [q, title] of [["红肠", "哈尔滨红肠低温熏制工艺"], ["碳纤维叶片", "寒区碳纤维叶片一体成型"], ["里道斯", "里道斯风味肠真空包装"]] as const) expect((await found(q))[0]).toBe(title);
  });
});
