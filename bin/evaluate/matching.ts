import { searchDocument } from "@/lib/engine/document";
import { matchNeed } from "@/lib/matching/find";
import { keepVectors } from "@/lib/matching/keep-vectors";
import { needDocument } from "@/lib/matching/texts";
import type { ScratchEngine } from "../scratch-engine";
import { filledEngine, readRows, requireOut, say, text, timing, writeRun, type Options } from "./files";

/** The pages ask the same function for its first twenty out of 400. */
const DEEP = { limit: 20_000, depth: 20_000, hits: 200, reasons: false };

/** Achievements for every need, all that share a term with it. */
export async function evaluateMatching(options: Options, scratch: ScratchEngine): Promise<void> {
  requireOut(options);
  const achievements = readRows(options, "achievements"), needs = readRows(options, "needs");
  const needText = (row: (typeof needs)[number], i: number) => ({ id: `n${i}`, title: text(row, "title"), content: text(row, "content"), keywords: text(row, "keywords").split("\n").filter(Boolean) });
  const engine = await filledEngine(scratch, [
    ...achievements.map((row, i) => searchDocument({ id: `a${i}`, kind: "achievement", title: text(row, "title"), body: text(row, "content"), keywords: text(row, "keywords").split("\n").filter(Boolean) })),
    ...needs.map((row, i) => needDocument(needText(row, i))),
  ]);
  const learning = Date.now();
  await keepVectors(engine);
  await matchNeed(engine, { title: "" }, { patienceMs: 600_000 });
  say(`learnt in ${((Date.now() - learning) / 1000).toFixed(1)} s`);
  const lines: string[] = [], times: number[] = [];
  for (const [i, need] of needs.entries()) {
    const started = performance.now();
    const matches = await matchNeed(engine, needText(need, i), DEEP);
    times.push(performance.now() - started);
    if (i % 50 === 49) say(`${i + 1} of ${needs.length} needs, ${timing(times)}`);
    for (const match of matches) lines.push(`${need.id}\t${achievements[Number(match.id.slice(1))]!.id}\t${match.score.toFixed(6)}`);
  }
  writeRun(options, lines);
  say(`${needs.length} needs, ${timing(times)}`);
}
