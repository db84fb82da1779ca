/**
 * npm run bench [-- NAME] [--size N]: how fast the product is, as ratios between two things measured in one run.
 * Names: search, match, publish, import, memory, growth, pages. Prints a table and writes var/bench.json.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { varDir } from "./services/paths";
import { market, say, type Market } from "./bench/market";
import { measurePages } from "./bench/pages";
import { measureMemory } from "./bench/memory";
import { measureImport, measureMatch, measurePublish, measureSearch, type Figure } from "./bench/measures";

const MEASURES: Record<string, (here: Market) => Promise<Figure[]>> = {
  search: measureSearch, match: measureMatch, publish: measurePublish, import: measureImport, memory: measureMemory,
};
/** Growth is told from this size on. */
const SMALL = 10_000;

async function at(size: number, names: string[]): Promise<Figure[]> {
  const here = await market(size);
  try {
    const figures: Figure[] = [];
    for (const name of names) {
      say(`${name} at ${size} records …`);
      const measured = await MEASURES[name]!(here);
      measured.forEach(show);
      figures.push(...measured);
    }
    return figures;
  } finally { await here.stop(); }
}

/** How many times the time grows between two sizes, ours against the engine's own. */
function growth(from: number, to: number, first: Figure[], last: Figure[]): Figure[] {
  return ["search p95", "match p95"].map((name) => {
    const [small, large] = [first, last].map((list) => list.find((one) => one.name === name)!) as [Figure, Figure];
    const ours = large.ours / small.ours, reference = large.reference / small.reference;
    return { name: `growth of ${name}`, ours, reference, ratio: ours / reference, unit: "times", note: `from ${from} to ${to} records` };
  });
}

function show({ name, ours, reference, ratio, unit, note }: Figure): void {
  process.stdout.write(`${name.padEnd(34)} ours ${ours.toFixed(1).padStart(8)}  reference ${reference.toFixed(1).padStart(8)} ${unit.padEnd(10)} ratio ${ratio.toFixed(2)}  (${note})\n`);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { size: { type: "string" } } });
  const folder = varDir(); // before a bench takes a folder of its own
  const known = [...Object.keys(MEASURES), "growth", "pages"];
  const wrong = positionals.find((name) => !known.includes(name));
  if (wrong) throw new Error(`There is no bench ${wrong}; there are ${known.join(", ")}.`);
  const size = Number(values.size ?? 100_000);
  if (!Number.isInteger(size) || size < 1_000) throw new Error("--size is a number of records, at least 1000.");
  const names = positionals.length ? positionals : known;
  const grows = names.includes("growth");
  const plain = Object.keys(MEASURES).filter((name) => names.includes(name) || (grows && (name === "search" || name === "match")));
  const figures = plain.length ? await at(size, plain) : [];
  if (grows) {
    const first = await at(SMALL, ["search", "match"]);
    const grown = growth(SMALL, size, first, figures);
    grown.forEach(show);
    figures.push(...first, ...grown);
  }
  if (names.includes("pages")) figures.push(...await measurePages(show));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "bench.json"), `${JSON.stringify(figures, null, 2)}\n`);
}

main().then(() => process.exit(0), (error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
