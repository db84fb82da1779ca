import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startScratchEngine, type ScratchEngine } from "@/bin/scratch-engine";
import { content, makeAchieving, promise, statement, type Achieving } from "@/db/testing/achieving";
import { useDatabase, useMeilisearch } from "@/db/testing/database";
import { approve, relist, revise, withdraw } from "@/lib/achievements/acts";
import { edit } from "@/lib/achievements/edit";
import { getAchievementDesk } from "@/lib/achievements/queries";
import { submit } from "@/lib/achievements/submit";
import { newId } from "@/lib/core/id";
import { writingEngine } from "@/lib/engine/live";
import { BUILT_IN, setVocabulary } from "@/lib/engine/vocabulary";
import { correctTerm } from "@/lib/readings/correct-term";
import { claim } from "@/lib/reviews/claim";
import { follow } from "@/lib/worker/follow";
import { readSearch } from "./address";
import { findListings } from "./find-listings";
import { prepareSearch } from "./prepare";
import { recordsAhead } from "./records-ahead";

useDatabase();
const meilisearch = useMeilisearch();

// A server of its own: to prepare the common one is to empty it of what other files have there at the same time.
describe.runIf(meilisearch)("a record that the worker has not brought to the index", () => {
  let scratch: ScratchEngine, people: Achieving, id: string;
  const ask = async (q: string) => {
    const { hits, simple, total } = await findListings(readSearch({ q }));
    expect(simple).toBe(false);
    expect(total).toBe(hits.length);
    return hits.map(({ id: one, title }) => [one, title]);
  };
  const indexed = async () => (await writingEngine()!.fetch([id])).map(({ title }) => title);

  beforeAll(async () => {
    scratch = await startScratchEngine();
    process.env.MEILI_URL = scratch.host;
    process.env.MEILI_KEY = scratch.apiKey;
    setVocabulary(BUILT_IN);
    people = await makeAchieving();
    await prepareSearch();
    await follow();
  }, 120_000);
  afterAll(() => scratch.stop());

  test("is found from the moment it is approved", async () => {
    id = await people.published({ title: "霜花抑制涂层" });
    expect(await indexed()).toEqual([]);
    expect(await ask("霜花抑制")).toEqual([[id, "霜花抑制涂层"]]);
  });

  test("is left to the index once that has it", async () => {
    expect(await follow()).toEqual([]);
    expect(await indexed()).toEqual(["霜花抑制涂层"]);
    expect(await recordsAhead(writingEngine()!)).toEqual([]);
    expect(await ask("霜花抑制")).toEqual([[id, "霜花抑制涂层"]]);
  });

  test("is found by what it says now, not by what the index still says", async () => {
    const { author, reviewer } = people;
    await revise(author, { listingId: id });
    const { version } = await getAchievementDesk(author, id);
    await edit(author, { listingId: id, lock: version.lock, session: newId(), content: { ...content, title: "冰晶阻隔薄膜" }, statement });
    const { reviewId } = await submit(author, { listingId: id, ...promise });
    // A draft changes nothing for those who search.
    expect(await ask("霜花抑制")).toEqual([[id, "霜花抑制涂层"]]);
    await claim(reviewer, { reviewIds: [reviewId] });
    await approve(reviewer, { reviewId });
    expect(await indexed()).toEqual(["霜花抑制涂层"]);
    expect(await ask("冰晶阻隔")).toEqual([[id, "冰晶阻隔薄膜"]]);
    expect(await ask("霜花抑制")).toEqual([]);
  });

  test("is gone from the moment it is withdrawn", async () => {
    await withdraw(people.author, { listingId: id, reason: "测试" });
    expect(await ask("冰晶阻隔")).toEqual([]);
  });

  test("is found from the moment it is relisted, though this process has read the same version out of the index before", async () => {
    await relist(people.author, { listingId: id });
    await follow();
    expect(await ask("冰晶阻隔")).toEqual([[id, "冰晶阻隔薄膜"]]);
    await withdraw(people.author, { listingId: id, reason: "测试" });
    await follow();
    expect(await indexed()).toEqual([]);
    await relist(people.author, { listingId: id });
    expect(await ask("冰晶阻隔")).toEqual([[id, "冰晶阻隔薄膜"]]);
  });

  test("is found however many drafts are saved meanwhile", async () => {
    for (let i = 0; i < 60; i++) await people.drafted();
    expect(await ask("冰晶阻隔")).toEqual([[id, "冰晶阻隔薄膜"]]);
    expect((await recordsAhead(writingEngine()!)).map((entry) => entry.id)).toEqual([id]);
  });

  test("is found by a term that its author says it is not about, as in the index", async () => {
    await correctTerm(people.author, { listingId: id, correction: "removed", term: "薄膜" });
    expect(await ask("薄膜")).toEqual([[id, "冰晶阻隔薄膜"]]);
    await follow();
    expect(await ask("薄膜")).toEqual([[id, "冰晶阻隔薄膜"]]);
  });
});
