import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startScratchEngine, type ScratchEngine } from "@/bin/scratch-engine";
import { SYNONYMS } from "@/lib/engine/data/synonyms";
import { entryOf } from "@/lib/engine/forward";
import { OUTSIDE } from "@/lib/engine/meaning-store";
import { meilisearchEngine } from "@/lib/engine/meilisearch";
import type { SearchEngine } from "@/lib/engine/port";
import { embedder } from "@/lib/matching/embedding";
import { matchNeed } from "@/lib/matching/find";
import { keepVectors } from "@/lib/matching/keep-vectors";
import { OutsideVectors } from "@/lib/matching/outside-vectors";
import { achievementDocument, needDocument, type AchievementText, type NeedText } from "@/lib/matching/texts";
import graded from "./data/graded.json";

const needs = (graded.needs as (NeedText & { id: string })[]).map(needDocument);
const achievements = (graded.achievements as (AchievementText & { id: string })[]).map(achievementDocument);
const documents = [...achievements, ...needs];
const patient = { patienceMs: 60_000, limit: 100 };

/** An embedding service of our own: it knows eight things and how they are said. Its manners can be changed. */
const THINGS = ["焊", "污水|废水|膜", "寒|冻|冷", "视觉|图像|检测", "电池|储能", "种|农", "药|医", "机器人|自动"];
type Manner = "right" | "slow" | "slow after its first answer" | "wrong width" | "down" | "no vectors" | "no JSON";
let manner: Manner = "right", asked = 0, answered = 0;
let service: Server, url: string, scratch: ScratchEngine, indexes = 0;

beforeAll(async () => {
  service = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => (body += String(part)));
    request.on("end", () => {
      asked++;
      const { input, model } = JSON.parse(body) as { input: string[]; model?: string };
      if (manner === "slow" || manner === "slow after its first answer" && answered++ > 0) return; // Never answers: whoever asks must not wait for it.
      if (manner === "down") return void response.writeHead(500).end("{}");
      if (manner === "no JSON") return void response.end("<html>");
      const data = input.map((text, index) => {
        const vector = THINGS.map((thing) => 0.1 + (text.match(new RegExp(thing, "g")) ?? []).length);
        // Another model has the same width and says something else by every place.
        if (model === "other") vector.reverse();
        return { index, embedding: manner === "no vectors" ? "AAAA" : manner === "wrong width" && index % 2 === 1 ? vector.slice(1) : vector };
      });
      response.end(JSON.stringify({ data }));
    });
  });
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(service.address() as AddressInfo).port}/v1`;
  scratch = await startScratchEngine();
}, 120_000);
afterAll(async () => {
  service.closeAllConnections();
  service.close();
  await scratch.stop();
});
afterEach(() => { manner = "right"; answered = 0; });

/** The graded market in an index of its own. */
async function market(): Promise<SearchEngine> {
  const engine = meilisearchEngine({ host: scratch.host, apiKey: scratch.apiKey, index: `market${++indexes}`, synonyms: SYNONYMS });
  await engine.settings();
  await engine.waitForTask(await engine.indexDocuments(documents), 60_000);
  return engine;
}
const scores = async (engine: SearchEngine) => Object.fromEntries((await matchNeed(engine, graded.needs[2] as NeedText, patient)).map(({ id, score }) => [id, score]));

describe("vectors in the engine's own store", () => {
  it("stand for every record, follow changes and withdrawals, and are made once", async () => {
    const engine = await market(), store = engine.meaning!;
    expect((await keepVectors(engine, null)).written).toBe(documents.length);
    expect((await store.marks()).map(({ id, stamp }) => `${id} ${stamp}`).sort()).toEqual(documents.map(({ id, stamp }) => `${id} ${stamp}`).sort());
    expect((await keepVectors(engine, null)).written).toBe(0);
    await engine.waitForTask(await engine.indexDocuments([{ ...achievements[0]!, title: "另一项成果", stamp: "changed" }]), 60_000);
    await engine.waitForTask(await engine.deleteDocuments([achievements[1]!.id]), 60_000);
    expect((await keepVectors(engine, null)).written).toBe(1);
    const marks = new Map((await store.marks()).map((mark) => [mark.id, mark]));
    expect(marks.get(achievements[0]!.id)?.stamp).toBe("changed");
    expect(marks.has(achievements[1]!.id)).toBe(false);
  }, 120_000);

  it("give the scores that a process gives that learns by itself, and are asked for neighbours of one kind", async () => {
    const [stored, own] = [await market(), await market()];
    await keepVectors(stored, null);
    const [kept, learnt] = [await scores(stored), await scores(own)];
    expect(Object.keys(kept).sort()).toEqual(Object.keys(learnt).sort());
    for (const [id, score] of Object.entries(kept)) expect(Math.abs(score - learnt[id]!), id).toBeLessThan(2);
    const model = (await stored.meaning!.readModel())!;
    const vector = Array.from({ length: 200 }, (_, i) => (i < model.dimensions ? model.rows[i]! / 127 : 0));
    const [near] = await stored.multiSearch([{ near: { embedder: "learnt", vector }, filter: { kind: "need" }, limit: 3 }]);
    expect(near?.hits.map(({ kind }) => kind)).toEqual(["need", "need", "need"]);
  }, 120_000);

  it("may be lost: matching goes on by words, and they are made again", async () => {
    const engine = await market();
    await keepVectors(engine, null);
    await engine.meaning!.remove(documents.map(({ id }) => id));
    expect(Object.keys(await scores(engine)).length).toBe(achievements.length);
    expect((await keepVectors(engine, null)).written).toBe(documents.length);
  }, 120_000);
});

describe("an outside embedding service", () => {
  it("gives its vectors to the store once per record", async () => {
    const engine = await market(), one = embedder({ url });
    expect((await keepVectors(engine, one)).written).toBe(documents.length);
    const vectors = await engine.meaning!.outside(documents.map(({ id }) => id), one.fingerprint);
    expect(vectors.size).toBe(documents.length);
    expect(vectors.get(documents[0]!.id)).toMatchObject({ stamp: documents[0]!.stamp, vector: { length: THINGS.length } });
    const before = asked;
    expect((await keepVectors(engine, one)).written).toBe(0);
    expect(asked - before, "a second run only measures the service").toBe(1);
    // As many as the product asks for: the engine looks for neighbours in a drawn forest, and for a single one it may miss the nearest.
    const [near] = await engine.multiSearch([{ near: { embedder: OUTSIDE, vector: THINGS.map((_, i) => (i === 0 ? 1 : 0)) }, filter: { kind: "achievement" }, limit: 60 }]);
    expect(achievements.find(({ id }) => id === near?.hits[0]?.id)?.title).toContain("焊");
  }, 120_000);

  it("finds alike what it knows to be alike, also for a text that is not saved yet", async () => {
    const engine = await market(), one = embedder({ url });
    await keepVectors(engine, one);
    const outside = new OutsideVectors(engine.meaning!, one, (await engine.meaning!.readModel())!.outsideFloor!);
    const asker = entryOf(needDocument({ title: "废水的处理" })), found = documents.map((document) => entryOf(document));
    await outside.load(asker, found);
    const [best] = [...found].sort((a, b) => outside.likeness(asker, b)! - outside.likeness(asker, a)!);
    expect(`${best!.title}${best!.rest}`).toMatch(/污水|废水|膜/);
    expect(outside.likeness(asker, best!)).toBeGreaterThan(outside.likeness(asker, found[0]!)!);
  }, 120_000);

  it("is noticed when its model changes, though the width stays: vectors of two models are never compared", async () => {
    const engine = await market(), [one, other] = [embedder({ url, model: "one" }), embedder({ url, model: "other" })];
    await keepVectors(engine, one);
    const before = (await engine.meaning!.readModel())!, ids = documents.map(({ id }) => id);
    const kept = await engine.meaning!.outside(ids, one.fingerprint);
    // A process that has the new configuration before the worker has been at work.
    const asker = entryOf(needDocument({ title: "废水的处理" })), found = documents.map((document) => entryOf(document));
    const early = new OutsideVectors(engine.meaning!, other, before.outsideFloor!);
    await early.load(asker, found);
    expect(found.map((entry) => early.likeness(asker, entry)).every((likeness) => likeness === null)).toBe(true);
    // Nor may a service that is down when it is configured cost what can be kept.
    manner = "down";
    expect(await keepVectors(engine, embedder({ url, model: "other" }))).toEqual({ written: 0, lacking: documents.length });
    manner = "right";
    expect(await keepVectors(engine, other)).toEqual({ written: documents.length, lacking: 0 });
    expect((await engine.meaning!.marks()).every(({ outside }) => outside === other.fingerprint)).toBe(true);
    expect((await engine.meaning!.readModel())!.model).not.toBe(before.model);
    expect((await engine.meaning!.outside(ids, one.fingerprint)).size).toBe(0);
    const now = await engine.meaning!.outside(ids, other.fingerprint);
    for (const id of ids) expect(now.get(id)!.vector[0]).toBeCloseTo(kept.get(id)!.vector.at(-1)!, 5);
    expect(await keepVectors(engine, other)).toEqual({ written: 0, lacking: 0 });
  }, 120_000);

  it("is looked for again where a vector was missing, and not asked again for what it gave", async () => {
    const engine = await market(), one = embedder({ url });
    await keepVectors(engine, one);
    const floor = (await engine.meaning!.readModel())!.outsideFloor!;
    await engine.meaning!.remove([documents[0]!.id]);
    const patientOnes = new OutsideVectors(engine.meaning!, one, floor), eager = new OutsideVectors(engine.meaning!, one, floor, 0);
    const asker = entryOf(needDocument({ title: "焊接" })), entry = entryOf(documents[0]!);
    for (const outside of [patientOnes, eager]) {
      await outside.load(asker, [entry]);
      expect(outside.likeness(asker, entry)).toBeNull();
    }
    expect(await keepVectors(engine, one)).toEqual({ written: 1, lacking: 0 });
    for (const outside of [patientOnes, eager]) await outside.load(asker, [entry]);
    expect(patientOnes.likeness(asker, entry)).toBeNull();
    expect(eager.likeness(asker, entry)).toEqual(expect.any(Number));
    // The words are learnt anew while the service is down: what it gave before stays.
    manner = "down";
    await engine.meaning!.writeModel({ ...(await engine.meaning!.readModel())!, model: "learnt-anew" });
    expect(await keepVectors(engine, embedder({ url }))).toEqual({ written: documents.length, lacking: 0 });
    expect((await engine.meaning!.marks()).every(({ outside }) => outside === one.fingerprint)).toBe(true);
  }, 120_000);

  it.each<Manner>(["slow", "slow after its first answer", "wrong width", "down", "no vectors", "no JSON"])("that is %s costs nothing but its vectors, and its troubles are told", async (trouble) => {
    manner = trouble;
    const one = embedder({ url, deadlineMs: 300 });
    const engine = await market();
    const started = Date.now();
    expect(await keepVectors(engine, one)).toEqual({ written: documents.length, lacking: documents.length });
    expect(Date.now() - started, "nobody waits for it twice").toBeLessThan(20_000);
    expect(one.state()).toMatchObject({ failedAt: expect.any(Date), problem: expect.stringMatching(/./) });
    expect((await engine.meaning!.marks()).every(({ outside }) => !outside)).toBe(true);
    expect(Object.keys(await scores(engine)).length).toBe(achievements.length);
    // It is well again: a service that has not failed lately (a new process) fills what is missing.
    manner = "right";
    expect(await keepVectors(engine, embedder({ url }))).toEqual({ written: documents.length, lacking: 0 });
    expect((await engine.meaning!.marks()).every(({ outside }) => outside)).toBe(true);
  }, 120_000);
});
