import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { startScratchEngine, type ScratchEngine } from "@/bin/scratch-engine";
import { root } from "@/bin/services/paths";
import { isAlive, until } from "@/bin/services/processes";
import { searchDocument } from "@/lib/engine/document";
import { batches } from "./files";
import { evaluateMatching } from "./matching";
import { evaluateSearch } from "./search";

let folder: string;
beforeAll(() => { folder = mkdtempSync(path.join(tmpdir(), "evaluate-test-")); });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, rows: unknown[]): string => {
  const at = path.join(folder, name);
  writeFileSync(at, rows.map((row) => JSON.stringify(row)).join("\n"));
  return at;
};
const run = (at: string): Map<string, [string, number][]> => {
  const lines = new Map<string, [string, number][]>();
  for (const line of readFileSync(at, "utf8").split("\n").filter(Boolean)) {
    const [query, record, score] = line.split("\t") as [string, string, string];
    lines.set(query, [...(lines.get(query) ?? []), [record, Number(score)]]);
  }
  return lines;
};

/** Sixty records, some with hardly anything in them, ids of any form. */
const corpus = [
  { id: "doc 1/甲", title: "碳纤维预浸料", abstract: "低温固化。", keywords: ["碳纤维", 7, null] },
  { id: 2, title: "", abstract: "" }, { id: "3" }, { id: "4", title: null, abstract: 12, keywords: "无" }, { id: "5", title: "！？。…" },
  ...Array.from({ length: 55 }, (_, i) => ({ id: `n${i}`, title: `第${i}号秸秆还田机械`, abstract: "黑土地保护性耕作。" })),
];
const queries = [{ id: "q1", query: "碳纤维" }, { id: "q2", query: "！？——" }, { id: "q3", query: "" }, { id: "q4" }, { id: "q5", query: "没有这样的东西存在于世" }, { id: "q6", query: "秸秆" }];

describe("evaluating", () => {
  let scratch: ScratchEngine;
  beforeEach(async () => {
    vi.spyOn(process.stderr, "write").mockReturnValue(true);
    scratch = await startScratchEngine();
  });
  afterEach(async () => {
    await scratch.stop();
    expect([isAlive(scratch.pid), existsSync(scratch.folder)]).toEqual([false, false]);
  });

  test("every query has fifty different records in falling order, whatever it says", async () => {
    const out = path.join(folder, "search.tsv");
    await evaluateSearch({ corpus: file("corpus.jsonl", corpus), queries: file("queries.jsonl", queries), out }, scratch);
    const lines = run(out);
    expect([...lines.keys()]).toEqual(queries.map(({ id }) => id));
    for (const [, records] of lines) {
      expect(new Set(records.map(([id]) => id)).size).toBe(50);
      expect(records.map(([, score]) => score)).toEqual(records.map(([, score]) => score).sort((a, b) => b - a));
    }
    expect(lines.get("q1")?.[0]?.[0]).toBe("doc 1/甲");
    expect(lines.get("q6")?.every(([id]) => id.startsWith("n"))).toBe(true);
  });

  test("without any record there is an empty file", async () => {
    const out = path.join(folder, "empty.tsv");
    await evaluateSearch({ corpus: file("nothing.jsonl", []), queries: file("queries.jsonl", queries), out }, scratch);
    expect(readFileSync(out, "utf8")).toBe("");
  });

  test("needs and achievements with nothing in them are no reason to stop", async () => {
    const out = path.join(folder, "matching.tsv");
    await evaluateMatching({ achievements: file("achievements.jsonl", corpus), needs: file("needs.jsonl", [{ id: "w1", title: "碳纤维预浸料低温固化", content: "需要中试。" }, { id: "w2" }, { id: "w3", title: "", content: "……" }]), out }, scratch);
    expect(run(out).get("w1")?.[0]?.[0]).toBe("doc 1/甲");
  }, 60_000);

  test.each([
    ["a folder that is not there", "nowhere/run.tsv", /There is no folder .*nowhere/], ["a folder instead of a file", ".", /is a folder/],
  ])("%s is told before the work", async (_, name, message) => {
    await expect(evaluateSearch({ corpus: "not even read", queries: "not even read", out: path.join(folder, name) }, scratch)).rejects.toThrow(message);
  });
});

test("long records go to the engine in smaller heaps, none is lost", () => {
  const documents = ["短", "长".repeat(40), "长".repeat(70), "长".repeat(300), "短", "短"].map((body, i) => searchDocument({ id: `${i}`, kind: "need", title: "题", body }));
  expect([...batches(documents, 100)].map((batch) => batch.map(({ id }) => id))).toEqual([["0", "1"], ["2"], ["3"], ["4", "5"]]);
  expect([...batches([])]).toEqual([]);
  expect([...batches(Array.from({ length: 5_001 }, () => documents[0]!))].map((batch) => batch.length)).toEqual([5_000, 1]);
});

test("killed hard, it leaves neither a search server nor a folder", async () => {
  const temporary = path.join(folder, "tmp");
  const names = () => (existsSync(temporary) ? readdirSync(temporary).filter((name) => name.startsWith("scratch-meilisearch-")) : []);
  const long = file("long.jsonl", Array.from({ length: 20_000 }, (_, i) => ({ id: i, title: `第${i}号秸秆还田机械的设计`, abstract: `黑土地${i}保护性耕作，`.repeat(20) })));
  mkdirSync(temporary);
  const child = spawn(process.execPath, ["--import", "tsx", path.join(root, "bin/evaluate.ts"), "search", "--corpus", long, "--queries", long, "--out", path.join(folder, "never.tsv")], { cwd: root, env: { ...process.env, TMPDIR: temporary }, stdio: "ignore" });
  const pidFile = () => path.join(temporary, names()[0] ?? "none", "data.pid");
  expect(await until(() => existsSync(pidFile()) && Number(readFileSync(pidFile(), "utf8")) > 0, 20_000)).toBe(true);
  const server = Number(readFileSync(pidFile(), "utf8"));
  expect(isAlive(server)).toBe(true);
  child.kill("SIGKILL");
  expect(await until(() => !isAlive(server) && names().length === 0, 10_000)).toBe(true);
}, 40_000);
