import { figureOf, median, say, type Figure } from "./figures";
import type { Market, Resident } from "./market";
import { districtOf, queries } from "./records";
import { askSearch } from "./search";

const SEARCHES = 600, EVERY_MS = 200;

/** Resident memory of the real web and worker processes while the site is searched; the reference is the same right after their start. */
export async function measureMemory(market: Market): Promise<Figure[]> {
  const seen: Resident[] = [];
  await askSearch(market, "", districtOf(0));
  const watch = setInterval(() => seen.push(market.resident()), EVERY_MS);
  try {
    for (const [i, q] of queries(SEARCHES).entries()) await askSearch(market, q, districtOf(i));
  } finally { clearInterval(watch); }
  say(`memory: seen ${seen.length} times`);
  return (["web", "worker"] as const).map((name) => {
    const held = seen.map((one) => one[name]);
    return figureOf(`memory of ${name}`, median(held), market.idle[name], "MB", `resident under ${SEARCHES} searches, at most ${Math.max(...held).toFixed(0)}; ${market.size} records; reference: right after the start`);
  });
}
