import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startScratchEngine, type ScratchEngine } from "@/bin/scratch-engine";
import { db } from "@/db/client";
import { useDatabase, useMeilisearch } from "@/db/testing/database";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { makePublishedAchievement } from "@/db/testing/dealing";
import { loadCodes } from "@/lib/codes/load";
import { addEntry } from "@/lib/dictionary/add-entry";
import { nextEdition } from "@/lib/dictionary/editions";
import { requestEdition } from "@/lib/dictionary/request-edition";
import { writingEngine } from "@/lib/engine/live";
import { BUILT_IN, setVocabulary } from "@/lib/engine/vocabulary";
import { readSearch } from "./address";
import { applyDictionary } from "./apply-dictionary";
import { findListings } from "./find-listings";
import { prepareSearch, searchIsUnprepared } from "./prepare";
import { projectListings } from "./project";
import { compareIndex } from "./reconcile";
import { reindex } from "./reindex";
import { awaitTurn, inTurn, TurnLost } from "./turn";

const urls = useDatabase();
const meilisearch = useMeilisearch();
const nothing = { missing: [], stale: [], surplus: [] };

/** A turn that lasts until it is let go. */
async function holdTurn(): Promise<{ letGo(): Promise<void> }> {
  let end: () => void = () => undefined;
  const until = new Promise<void>((resolve) => (end = resolve));
  let whole: Promise<unknown> = Promise.resolve();
  await new Promise<void>((begun) => { whole = inTurn(async () => { begun(); await until; }); });
  return { letGo: async () => { end(); await whole; } };
}

test("only one at a time has the index in hand", async () => {
  const first = await holdTurn();
  expect(await inTurn(async () => "mine")).toBe("taken");
  await first.letGo();
  expect(await inTurn(async () => "mine")).toBe("mine");
  await expect(inTurn(async () => { throw new Error("went wrong"); })).rejects.toThrow("went wrong");
  expect(await inTurn(async () => "mine")).toBe("mine");
});

test("who waits begins after the other has ended, and is told once that it waits", async () => {
  const first = await holdTurn();
  const said: string[] = [];
  const second = awaitTurn(async () => void said.push("began"), () => said.push("waits"));
  await expect.poll(() => said).toEqual(["waits"]);
  await first.letGo();
  await second;
  expect(said).toEqual(["waits", "began"]);
});

test("a turn whose connection broke is noticed, and another may begin", async () => {
  const owner = new pg.Client({ connectionString: urls.ownerUrl });
  await owner.connect();
  const lost = inTurn(async (turn) => {
    await turn.check();
    await owner.query("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database()) and pid <> pg_backend_pid()");
    await turn.check();
  });
  await expect(lost).rejects.toThrow(TurnLost);
  await owner.end();
  expect(await inTurn(async () => "mine")).toBe("mine");
});

// A server of its own: other files fill and empty the common one at the same time.
describe.runIf(meilisearch)("the repair, an edition of the dictionary and a person at a terminal", () => {
  let scratch: ScratchEngine;
  const published: string[] = [];
  beforeAll(async () => {
    scratch = await startScratchEngine();
    process.env.MEILI_URL = scratch.host;
    process.env.MEILI_KEY = scratch.apiKey;
    await db().transaction((tx) => loadCodes(tx));
    const { organisationId } = await makeOrganisation();
    for (let n = 0; n < 3; n++) published.push(await makePublishedAchievement(organisationId));
    setVocabulary(BUILT_IN);
  }, 120_000);
  afterAll(() => scratch.stop());

  /** As somebody leaves it who puts a record into an index that has no settings yet. */
  async function breakIndex(): Promise<void> {
    await writingEngine()!.drop();
    const headers = { authorization: `Bearer ${scratch.apiKey}`, "content-type": "application/json" };
    const answer = await fetch(`${scratch.host}/indexes/listings/documents?primaryKey=id`, { method: "POST", headers, body: JSON.stringify([{ id: "stranger", kind: "need", title: "a" }]) });
    await writingEngine()!.waitForTask(((await answer.json()) as { taskUid: number }).taskUid, 60_000);
    expect(await writingEngine()!.state()).toBe("differs");
  }

  test("a broken index is left to whoever has it in hand, and mended afterwards", async () => {
    await breakIndex();
    expect(await searchIsUnprepared()).toBe(true);
    const other = await holdTurn();
    expect(await prepareSearch()).toBe(false);
    expect(await writingEngine()!.state()).toBe("differs");
    await other.letGo();
    expect(await prepareSearch()).toBe(true);
    expect(await searchIsUnprepared()).toBe(false);
    expect(await compareIndex()).toEqual(nothing);
  });

  test("while a lost index is built, Postgres answers with everything, and one record is not taken for the whole", async () => {
    await writingEngine()!.drop();
    await db().transaction((tx) => projectListings(tx, published.slice(0, 1)));
    expect(await writingEngine()!.state()).toBe("missing");
    let over = false;
    const building = prepareSearch().finally(() => (over = true));
    const answers: { total: number; simple: boolean | undefined }[] = [];
    while (!over) {
      const { total, simple } = await findListings(readSearch({ q: "叶片成型" }));
      answers.push({ total, simple });
    }
    expect(await building).toBe(true);
    expect(answers.filter(({ total }) => total !== published.length)).toEqual([]);
    expect(answers[0]).toMatchObject({ simple: true });
    expect(await findListings(readSearch({ q: "叶片成型" }))).toMatchObject({ total: published.length, simple: false });
    expect(await compareIndex()).toEqual(nothing);
  });

  test("an edition goes on waiting meanwhile and is applied afterwards", async () => {
    const operator = await makePerson({ operator: true });
    await addEntry(operator, { entryKind: "synonym", members: "叶片；桨叶" });
    await requestEdition(operator, {});
    const other = await holdTurn();
    expect(await applyDictionary(50)).toBe(0);
    expect(await nextEdition()).toMatchObject({ state: "waiting" });
    await other.letGo();
    expect(await applyDictionary(50)).toBe(1);
    expect(await compareIndex()).toEqual(nothing);
  });

  test("begun at once, all three end with the whole index and nothing beside it", async () => {
    const operator = await makePerson({ operator: true });
    await addEntry(operator, { entryKind: "synonym", members: "成型；模压" });
    await requestEdition(operator, {});
    await breakIndex();
    const [, , count] = await Promise.all([prepareSearch(), applyDictionary(50), awaitTurn(reindex)]);
    expect(count).toBe(3);
    await prepareSearch();
    await applyDictionary(50);
    expect(await nextEdition()).toBeNull();
    expect(await writingEngine()!.state()).toBe("fits");
    expect(await compareIndex()).toEqual(nothing);
    const { results } = (await (await fetch(`${scratch.host}/indexes`, { headers: { authorization: `Bearer ${scratch.apiKey}` } })).json()) as { results: { uid: string }[] };
    expect(results.map(({ uid }) => uid).filter((uid) => uid.includes("rebuild"))).toEqual([]);
  });
});
