import { FACETS_SHOWN } from "./bare";
import { paired, say, timed, word, type Figure, type Round } from "./figures";
import type { Market } from "./market";
import { districtOf, queries, source } from "./records";

const ROUNDS = 7, PER_ROUND = 60, LIMIT = 1.5;
/** Of this size the limit is said: in a small index the engine answers sooner than a page can be asked for. */
const LIMIT_AT = 100_000;

/** As programs ask: no compression, which the bare engine is not asked for either. */
const PLAIN = { accept: "application/json" };

export async function askSearch({ site, cookie }: Market, q: string, district: string): Promise<void> {
  const answer = await site.ask(`/api/search?${new URLSearchParams({ q, district, facets: FACETS_SHOWN.join() })}`, cookie, PLAIN);
  if (answer.status !== 200) throw new Error(`/api/search answered ${answer.status}.`);
  if (answer.text().includes('"simple":true')) throw new Error("/api/search answered without the search server.");
}

/** GET /api/search over one connection against the same question to the bare engine, A B A B. */
export async function measureSearch(market: Market): Promise<Figure[]> {
  const all = queries(PER_ROUND * (ROUNDS + 1)), rounds: Round[] = [];
  const learning = await timed(() => askSearch(market, all[0]!, districtOf(0)));
  say(`the web process has learnt what is rare: ${(learning / 1000).toFixed(1)} s`);
  for (let round = 0; round <= ROUNDS; round++) {
    const times: Round = { ours: [], reference: [] };
    for (const [i, q] of all.slice(round * PER_ROUND, (round + 1) * PER_ROUND).entries()) {
      times.ours.push(await timed(() => askSearch(market, q, districtOf(i))));
      times.reference.push(await timed(() => market.bare.search(q, districtOf(i))));
    }
    if (round > 0) rounds.push(times); // the first round warms both
  }
  const note = `GET /api/search, ${market.size} records, ${source()}`;
  return [
    paired("search p95", rounds, 0.95, "ms", ({ ratio }) => (market.size === LIMIT_AT ? `${note}; at most ${LIMIT} ×: ${word(ratio <= LIMIT)}` : note)),
    paired("search p50", rounds, 0.5, "ms", () => note),
  ];
}
