import { afterAll, beforeAll, expect, it } from "vitest";
import { startScratchEngine, type ScratchEngine } from "@/bin/scratch-engine";
import { searchDocument } from "@/lib/engine/document";
import { meilisearchEngine } from "@/lib/engine/meilisearch";
import { EngineUnavailable } from "@/lib/engine/port";
import { searchListings } from "@/lib/engine/search-listings";

let scratch: ScratchEngine;
beforeAll(async () => { scratch = await startScratchEngine(); }, 120_000);
afterAll(() => scratch.stop());

const record = (id: string) => searchDocument({ id, kind: "achievement", title: "碳纤维增强复合材料" });
const indexOf = (index: string) => meilisearchEngine({ host: scratch.host, apiKey: scratch.apiKey, index });

it("a record makes no index without settings", async () => {
  const engine = indexOf("bare");
  expect(await engine.state()).toBe("missing");
  await engine.waitForTask(await engine.indexDocuments([record("a1")]), 60_000);
  expect(await engine.state()).toBe("fits");
  expect((await engine.search({ terms: ["碳纤"], limit: 1 })).total).toBe(1);
  await engine.drop();
  expect(await engine.state()).toBe("missing");
  await engine.drop();
});

it("an index from before people were searched is known for an older one", async () => {
  const engine = indexOf("older");
  await engine.settings();
  const response = await fetch(`${scratch.host}/indexes/older/settings/searchable-attributes`, { method: "PUT", headers: { authorization: `Bearer ${scratch.apiKey}`, "content-type": "application/json" }, body: JSON.stringify(["termsOfTitle", "termsOfBody", "characters"]) });
  await engine.waitForTask(((await response.json()) as { taskUid: number }).taskUid, 60_000);
  expect(await engine.state()).toBe("differs");
});

it("an index that somebody made without settings is known for what it is", async () => {
  const response = await fetch(`${scratch.host}/indexes/foreign/documents?primaryKey=id`, { method: "POST", headers: { authorization: `Bearer ${scratch.apiKey}`, "content-type": "application/json" }, body: JSON.stringify([record("a1")]) });
  const engine = indexOf("foreign");
  await engine.waitForTask(((await response.json()) as { taskUid: number }).taskUid, 60_000);
  expect(await engine.state()).toBe("differs");
  // It would find nothing, or fail at some words: whoever searches is told so, and learns of the new one at once.
  await expect(searchListings(engine, { q: "碳纤维" })).rejects.toBeInstanceOf(EngineUnavailable);
  await engine.drop();
  await engine.waitForTask(await engine.indexDocuments([record("a1")]), 60_000);
  expect((await searchListings(engine, { q: "碳纤维" })).hits.map(({ id }) => id)).toEqual(["a1"]);
});
