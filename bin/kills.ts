/**
 * npm run test:kills [-- --kills 60] [--seed N] [--mutation synchronous-commit-off | event-after-commit] [--keep]
 *
 * Kills Postgres, web, worker and Meilisearch at chosen moments while real acts run, and compares afterwards what the
 * clients were told with what is there (docs/decisions/0030-kill-test.md).
 * Ends with 0: nothing found; 1: the oracle found something; 2: the run itself broke and says nothing.
 */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { runKills, type Report } from "@/bin/kills/run";
import { type Mutation, mutations } from "@/bin/kills/sources";
import { root } from "@/bin/services/paths";

const { values } = parseArgs({ options: { kills: { type: "string", default: "60" }, seed: { type: "string" }, mutation: { type: "string" }, keep: { type: "boolean" } } });
const kills = Number(values.kills);
const seed = values.seed === undefined ? 1 + Math.floor(Math.random() * 999_999) : Number(values.seed);
const mutation = values.mutation as Mutation | undefined;
if (!Number.isInteger(kills) || kills < 1 || !Number.isInteger(seed) || (mutation && !mutations.includes(mutation))) {
  process.stderr.write(`Give whole numbers for --kills and --seed; --mutation is one of ${mutations.join(", ")}.\n`);
  process.exit(2);
}

process.chdir(root);
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const folder = mkdtempSync(path.join(tmpdir(), "platform-kills-"));
chmodSync(folder, 0o755); // root lends the database another identity, which must be able to enter
const tidy = (): void => {
  if (!values.keep) rmSync(folder, { recursive: true, force: true });
};
let ending = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void (ending = true));

say(`kill test: ${kills} kills, seed ${seed}${mutation ? `, mutation ${mutation}` : ""} (again: npm run test:kills -- --kills ${kills} --seed ${seed}${mutation ? ` --mutation ${mutation}` : ""})`);
try {
  const report = await runKills({ kills, seed, mutation, folder, say, ending: () => ending });
  show(report);
  tidy();
  process.exit(report.findings.length > 0 ? 1 : 0);
} catch (error) {
  process.stderr.write(`the kill test itself broke: ${error instanceof Error ? error.stack : String(error)}\n`);
  tidy();
  process.exit(2);
}

function show(report: Report): void {
  const lines: [string, string][] = [
    ["kills", Object.entries(report.kills).map(([victim, n]) => `${victim} ${n}`).join(", ")],
    ["requests sent", String(report.requests)],
    ["acts acknowledged", String(report.acknowledged)],
    ["acts refused, as they should", String(report.refused)],
    ["answers that did not come", `${report.doubts}, of them left without an answer ${report.unknown}`],
    ["keys repeated afterwards", String(report.repeated)],
    ["events recorded", String(report.events)],
    ["searches answered", `${report.searches.answered} of ${report.searches.asked}, by Postgres ${report.searches.simple}`],
    ["at rest after the last kill", `${report.seconds.convergence} s, matches calculated after ${report.seconds.calculation} s`],
    ["took", `${Math.round(report.seconds.start + report.seconds.killing + report.seconds.calculation)} s`],
  ];
  say("");
  for (const [name, value] of lines) say(`  ${name.padEnd(30)} ${value}`);
  say("");
  for (const { rule, what, count, examples } of report.findings) say(`  RED [${rule}] ${what}: ${count}${examples.map((example) => `\n        ${example}`).join("")}`);
  const rules = [...new Set(report.findings.map((finding) => finding.rule))];
  if (rules.length === 0) say(report.mutation ? `  The oracle did not notice the mutation ${report.mutation}.` : "  Nothing was lost, doubled, stuck or out of step.");
  else say(`  Red by the oracle's findings on: ${rules.join(", ")}.${report.mutation ? ` The mutation ${report.mutation} was noticed.` : ""}`);
  say(JSON.stringify({ ...report, findings: report.findings.map(({ rule, what, count }) => ({ rule, what, count })) }));
}
