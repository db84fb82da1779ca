/**
 * npm run bench [-- NAME …] [--size N] [--keep]: how fast the product is, as ratios between two things measured in one run.
 * Names: search, match, publish, import, memory, growth, pages. Prints a table and writes var/bench.json.
 * --keep leaves the build for the next run. See docs/decisions/0031-bench.md.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadDotEnv, varDir } from "./services/paths";
import { say, show, type Figure } from "./bench/figures";
import { measureGrowth, sizesUpTo, type Measured } from "./bench/growth";
import { measureImport } from "./bench/import";
import { startMarket, type Market } from "./bench/market";
import { measureMatch } from "./bench/match";
import { measureMemory } from "./bench/memory";
import { measurePages } from "./bench/pages";
import { measurePublish } from "./bench/publish";
import { measureSearch } from "./bench/search";
import { removeBuild } from "./bench/site";

/** In this order: what changes the records comes after what only reads them. */
const MEASURES: Record<string, (market: Market) => Promise<Figure[]>> = {
  search: measureSearch, match: measureMatch, memory: measureMemory, publish: measurePublish, import: measureImport,
};
const GROWING = ["search", "match"];

/** One site, which grows; everything but the growth itself is measured at its last size. */
async function measureMarket(names: readonly string[], size: number, keep: (figures: Figure[]) => void): Promise<void> {
  const grows = names.includes("growth"), measured: Measured[] = [];
  const market = await startMarket({ vectors: grows || names.includes("match") });
  try {
    for (const step of grows ? sizesUpTo(size) : [size]) {
      await market.grow(step);
      const figures: Figure[] = [];
      for (const [name, measure] of Object.entries(MEASURES)) {
        if (!(grows && GROWING.includes(name)) && !(step === size && names.includes(name))) continue;
        say(`${name} at ${step} records …`);
        const made = await measure(market);
        figures.push(...made);
        keep(step === size ? made : made.map((figure) => ({ ...figure, name: `${figure.name} at ${step}` })));
      }
      measured.push({ size: step, figures });
    }
  } finally { await market.stop(); }
  if (grows) keep(measureGrowth(measured));
}

async function main(): Promise<void> {
  loadDotEnv();
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { size: { type: "string" }, keep: { type: "boolean", default: false } } });
  const folder = varDir(); // before a bench takes a folder of its own
  const known = [...Object.keys(MEASURES), "growth", "pages"];
  const wrong = positionals.find((name) => !known.includes(name));
  if (wrong) throw new Error(`There is no bench ${wrong}; there are ${known.join(", ")}.`);
  const size = Number(values.size ?? 100_000);
  if (!Number.isInteger(size) || size < 2_000 || size > 1_000_000) throw new Error("--size is a number of records between 2000 and 1000000.");
  const names = positionals.length ? positionals : known, figures: Figure[] = [];
  // After every bench: what a later one does not live to see is not lost.
  const keep = (made: Figure[]): void => {
    made.forEach(show);
    figures.push(...made);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "bench.json"), `${JSON.stringify(figures, null, 2)}\n`);
  };
  try {
    if (names.some((name) => name !== "pages")) await measureMarket(names, size, keep);
    if (names.includes("pages")) await measurePages(keep);
  } finally { if (!values.keep) removeBuild(); }
}

main().then(() => process.exit(0), (error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
