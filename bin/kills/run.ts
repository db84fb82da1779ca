import { rmSync } from "node:fs";
import path from "node:path";
import type pg from "pg";
import { withClient } from "@/bin/services/databases";
import { until } from "@/bin/services/processes";
import { closeDb, db } from "@/db/client";
import { castPeople, type Cast } from "@/db/seed/people";
import { seededRandom } from "@/db/seed/random";
import { loadCodes } from "@/lib/codes/load";
import { reindex } from "@/lib/search/reindex";
import { awaitTurn } from "@/lib/search/turn";
import { Cluster, type Victim, victims } from "./cluster";
import { Diary } from "./diary";
import { type Finding, judge, unrest } from "./oracle";
import { type Mutation, sourcesFor } from "./sources";
import { look, type Told, write } from "./writers";

export type RunOptions = { kills: number; seed: number; mutation: Mutation | undefined; folder: string; say(line: string): void; /** True: somebody wants it to end. */ ending(): boolean };
export type Report = {
  seed: number; mutation: Mutation | null; kills: Record<Victim, number>; seconds: { start: number; killing: number; convergence: number; calculation: number };
  requests: number; acknowledged: number; refused: number; unknown: number; doubts: number; repeated: number; events: number;
  searches: Diary["searches"]; findings: Finding[];
};

const writers = 8;
const searchers = 4;
/** What people wait for must be at rest by then; calculations, which share two cores with whatever else runs, get longer. */
const convergenceMs = 60_000;
const calculationMs = 240_000;

/** One run of the kill test. @throws Error when the run itself breaks; what the oracle finds is in the report */
export async function runKills({ kills, seed, mutation, folder, say, ending }: RunOptions): Promise<Report> {
  const began = Date.now();
  const sources = sourcesFor(mutation, folder);
  const cluster = await Cluster.start(folder, mutation);
  try {
    await db().transaction((tx) => loadCodes(tx));
    const cast: Cast = await castPeople(new Date(began - 400 * 86_400_000));
    await awaitTurn(reindex);
    // The oracle's own connections must not be among the victims.
    await closeDb();
    await cluster.startProcesses(sources);
    // What prepares the run is not what is judged: with a mutation it may still be unwritten.
    await withClient(process.env.DATABASE_OWNER_URL!, (client) => client.query("checkpoint"));
    const started = Date.now();
    say(`servers, two web processes and a worker answer after ${seconds(began)} s; ${writers} writers and ${searchers} searchers begin`);

    const diary = new Diary(cluster);
    const told: Told = { stories: [], courtships: [] };
    let over = false;
    const enough = (): boolean => over;
    const clients = Promise.all([
      ...Array.from({ length: writers }, (_, index) => write(index, seed, cast, diary, told, enough)),
      ...Array.from({ length: searchers }, (_, index) => look(index, seed, diary, told, enough)),
    ]);
    const killing = killAll({ kills, seed, say, ending }, cluster, diary).finally(() => (over = true));
    await Promise.all([killing, clients]);
    const killed = await killing;
    const lastFault = Date.now();
    await cluster.allAnswering();

    const findings: Finding[] = [];
    const ownerUrl = process.env.DATABASE_OWNER_URL!;
    const report = await withClient(ownerUrl, async (client) => {
      const convergence = await comeToRest(client, false, convergenceMs, lastFault, findings);
      const calculation = await comeToRest(client, true, calculationMs, lastFault, findings);
      const repeated = await repeatSome(diary, findings);
      findings.push(...await judge(client, diary, told));
      if (diary.acknowledged < kills * 5) findings.push({ rule: "diary", what: "too little was acknowledged to prove anything", count: diary.acknowledged, examples: [] });
      const { rows } = await client.query<{ n: number }>("select count(*)::int as n from events where actor_kind = 'person'");
      const count = (outcome: string): number => diary.entries.filter((entry) => entry.outcome === outcome).length;
      return {
        seed, mutation: mutation ?? null, kills: killed, seconds: { start: (started - began) / 1_000, killing: (lastFault - started) / 1_000, convergence, calculation },
        requests: diary.sent, acknowledged: count("ok"), refused: count("refused"), unknown: count("unknown"), doubts: diary.doubts, repeated, events: rows[0]?.n ?? 0,
        searches: diary.searches, findings,
      };
    });
    return report;
  } finally {
    await closeDb().catch(() => undefined);
    await cluster.stop();
    rmSync(path.join(folder, "sources"), { recursive: true, force: true });
  }
}

const seconds = (since: number): number => Math.round((Date.now() - since) / 100) / 10;

/**
 * Kill number k comes after the n-th request since the last one was sent, once its victim answers again; Postgres is hit
 * in the very moment an act is acknowledged, when what it promised may not be written yet.
 */
async function killAll({ kills, seed, say, ending }: Pick<RunOptions, "kills" | "seed" | "say" | "ending">, cluster: Cluster, diary: Diary): Promise<Record<Victim, number>> {
  const random = seededRandom(seed);
  const killed = Object.fromEntries(victims.map((victim) => [victim, 0])) as Record<Victim, number>;
  for (let k = 1; k <= kills; k++) {
    if (ending()) throw new Error("interrupted");
    const victim = random.weighted([["postgres", 3], ["web-1", 2], ["web-2", 2], ["worker", 3], ["meilisearch", 2]] as const);
    const after = random.between(8, 60);
    const sent = diary.sent;
    await cluster.changed.until(() => cluster.isAnswering(victim), 120_000);
    await diary.changed.until(() => diary.sent >= sent + after, 60_000);
    const acknowledged = diary.acknowledged;
    if (victim === "postgres") await diary.changed.until(() => diary.acknowledged > acknowledged, 60_000);
    await cluster.changed.until(() => cluster.isAnswering(victim), 120_000); // it may have fallen with Postgres meanwhile
    cluster.kill(victim);
    killed[victim] += 1;
    if (k % 10 === 0) say(`${k} of ${kills} kills; ${diary.acknowledged} acts acknowledged`);
  }
  return killed;
}

/** @returns seconds since the last fault until nothing moved any more; at the deadline what still moves is a finding */
async function comeToRest(client: pg.Client, calculating: boolean, deadlineMs: number, lastFault: number, findings: Finding[]): Promise<number> {
  let moving: string[] = [];
  await until(async () => (moving = await unrest(client, calculating)).length === 0, deadlineMs, 200);
  if (moving.length > 0) findings.push({ rule: "jobs", what: `not at rest ${deadlineMs / 1_000} s after the last kill`, count: moving.length, examples: moving });
  return seconds(lastFault);
}

/** A key that comes again gets the first answer again and changes nothing; the oracle counts afterwards. */
async function repeatSome(diary: Diary, findings: Finding[]): Promise<number> {
  const done = diary.entries.filter((entry) => entry.outcome === "ok");
  const some = done.filter((_, index) => index % Math.max(1, Math.floor(done.length / 50)) === 0);
  const wrong: string[] = [];
  for (const entry of some) {
    const again = await diary.repeat(entry);
    if (again?.status !== 200 || canonical(again.body) !== canonical(entry.answer)) wrong.push(entry.act);
  }
  if (wrong.length > 0) findings.push({ rule: "diary", what: "the same key got another answer", count: wrong.length, examples: wrong.slice(0, 3) });
  return some.length;
}

/** jsonb does not keep the order of keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (inner && typeof inner === "object" && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner));
}
