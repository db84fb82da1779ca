/**
 * npm run evaluate -- matching   --achievements FILE --needs FILE --out RUN.tsv
 * npm run evaluate -- search     --corpus FILE --queries FILE --out RUN.tsv
 * npm run evaluate -- substrings --corpus FILE [--out TERMS.tsv]
 * npm run evaluate -- platform     (what the platform's own users have done with matches; needs no files)
 *
 * Loads the files into a Meilisearch of its own and asks the functions the pages ask. Files are relative to where
 * the command was typed. Run files are scored elsewhere; `substrings` prints its recall.
 */
import { parseArgs } from "node:util";
import { evaluateMatching } from "./evaluate/matching";
import { evaluatePlatform } from "./evaluate/platform";
import { evaluateSearch } from "./evaluate/search";
import { evaluateSubstrings } from "./evaluate/substrings";
import { startScratchEngine } from "./scratch-engine";
import { watchAncestors } from "./services/ancestors";

const NAMES = { matching: evaluateMatching, search: evaluateSearch, substrings: evaluateSubstrings };

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: Object.fromEntries(["achievements", "needs", "corpus", "queries", "out"].map((name) => [name, { type: "string" as const }])),
  });
  if (positionals.join() === "platform") return evaluatePlatform();
  const run = NAMES[positionals[0] as keyof typeof NAMES];
  if (!run || positionals.length !== 1) throw new Error(`Say what to evaluate: npm run evaluate -- ${[...Object.keys(NAMES), "platform"].join(" | ")}.`);
  watchAncestors(() => process.exit(1));
  const engine = await startScratchEngine();
  try { await run(values, engine); } finally { await engine.stop(); }
}

main().then(() => process.exit(), (error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
