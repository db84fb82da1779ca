import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { ask } from "./bare";
import { paired, say, timed, word, type Figure, type Round } from "./figures";
import type { Market } from "./market";
import { idOf, kindOf } from "./records";

const ROUNDS = 7, EACH = 20, FACTOR = 1.5, PLUS_MS = 15;

interface Asked { method: string; path: string; body?: string }

/** What the web process asked since the last look; what it asks in the background (to learn anew) is no part of an answer. */
function asked(file: string): Asked[] {
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line) as Asked) : [];
  writeFileSync(file, "");
  return lines.filter(({ path, body }) => path === "/multi-search" || (path === "/indexes/listings/documents/fetch" && body?.includes('"ids"')));
}

/** @returns whether there was any; a text put together out of strangers' sentences may have none */
async function askMatches({ site, cookie }: Market, n: number): Promise<boolean> {
  const at = `/api/${kindOf(n)}s/${idOf(n)}/matches?fresh=1`;
  const answer = await site.ask(at, cookie, { accept: "application/json" });
  if (answer.status !== 200) throw new Error(`${at} answered ${answer.status}.`);
  return answer.text().includes('"reasons"');
}

/** Numbers of needs and achievements in turn, of which every one is asked for once. */
function sample(size: number, count: number): number[] {
  const tens = Math.floor(size / 10);
  return Array.from({ length: count }, (_, i) => (Math.floor((i * tens) / count) * 10) + (i % 2 === 0 ? 9 : 4));
}

/** Twenty explained matches, computed anew, against the bare time of the engine requests they made. */
export async function measureMatch(market: Market): Promise<Figure[]> {
  const { site, server, size } = market;
  const all = sample(size, 2 * EACH * (ROUNDS + 1)), rounds: Round[] = [];
  let without = 0;
  asked(site.record);
  try {
    // The first question waits a while for vectors and goes on without them; they are read in the background.
    const waited = await timed(async () => {
      for (let i = 0; !asked(site.record).some(({ body }) => body?.includes('"hybrid"')); i++) {
        if (i === 40) throw new Error("No match has asked for neighbours by meaning.");
        await askMatches(market, all[i % all.length]!);
      }
    });
    say(`the web process has read the vectors: ${(waited / 1000).toFixed(1)} s`);
    for (let round = 0; round <= ROUNDS; round++) {
      const times: Round = { ours: [], reference: [] };
      for (const n of all.slice(round * 2 * EACH, (round + 1) * 2 * EACH)) {
        times.ours.push(await timed(async () => { if (!(await askMatches(market, n))) without++; }));
        const requests = asked(site.record);
        if (requests.length === 0) throw new Error("A match was answered without the search server.");
        times.reference.push(await timed(async () => { for (const { method, path, body } of requests) await ask(server, method, path, body); }));
      }
      if (round > 0) rounds.push(times);
    }
  } finally { rmSync(site.record, { force: true }); }
  if (without > all.length / 2) throw new Error(`${without} of ${all.length} records have no match with reasons.`);
  const note = `GET …/matches?fresh=1 of needs and achievements, ${size} records${without > 0 ? `, ${without} of ${all.length} without any` : ""}`;
  return [
    paired("match p95", rounds, 0.95, "ms", ({ ours, reference }) => `${note}; at most ${FACTOR} × + ${PLUS_MS} ms = ${(FACTOR * reference + PLUS_MS).toFixed(1)} ms: ${word(ours <= FACTOR * reference + PLUS_MS)}`),
    paired("match p50", rounds, 0.5, "ms", () => note),
  ];
}
