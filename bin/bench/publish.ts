import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema";
import { approve as approveAchievement } from "@/lib/achievements/acts";
import type { Person } from "@/lib/core/actor";
import { publicDocuments } from "@/lib/listings/public-document";
import { approve as approveNeed } from "@/lib/needs/acts";
import { claim } from "@/lib/reviews/claim";
import { openReview } from "@/lib/reviews/open";
import { personOfUser } from "@/lib/users/sessions";
import { ask } from "./bare";
import { paired, word, type Figure, type Round } from "./figures";
import { insertRecords } from "./load";
import type { Market } from "./market";
import { records, type BenchRecord } from "./records";
import { caughtUp } from "./site";

const WARM = 3, PAIRS = 25, LIMIT = 1.5, PATIENCE_MS = 60_000, EVERY_MS = 2;
/** Numbers that nothing else uses. */
const FROM = 1_000_000;

async function reviewer(): Promise<Person> {
  const [user] = await db().select({ id: users.id }).from(users).where(eq(users.email, "reviewer@demo.local"));
  const person = user && (await personOfUser(user.id));
  if (!person) throw new Error("The demo world has no reviewer.");
  return person;
}

/** A record that waits for its approval, claimed by the reviewer. @returns the review */
async function underReview(person: Person, row: BenchRecord): Promise<string> {
  await insertRecords([row], "pending");
  const { reviewId } = await db().transaction((tx) => openReview(tx, {
    subjectKind: row.kind, subjectId: row.id, versionId: row.version, title: row.title, organisationId: row.organisation, organisationName: row.organisation, at: new Date(),
  }));
  await claim(person, { reviewIds: [reviewId] });
  return reviewId;
}

/** @returns milliseconds until the record is in the index, from now */
async function found(holds: () => Promise<boolean>): Promise<number> {
  const started = performance.now();
  while (!(await holds())) {
    if (performance.now() - started > PATIENCE_MS) throw new Error("A published record was not found within a minute.");
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
  return performance.now() - started;
}

/** Whether a search for its title brings the record, asked as a page asks. */
async function searched({ site, cookie }: Market, row: BenchRecord): Promise<boolean> {
  const answer = await site.ask(`/api/search?${new URLSearchParams({ q: row.title, size: "50" })}`, cookie, { accept: "application/json" });
  return answer.status === 200 && answer.text().includes(row.id);
}

/**
 * One record from the commit of its approval to being found by a search, and to being in the index (event, worker, engine), against the
 * engine's own add-one, A B A B. Between the two, a search takes it out of Postgres.
 */
export async function measurePublish(market: Market): Promise<Figure[]> {
  const { around, bare, server, size } = market;
  const person = await reviewer(), pairs: Round[] = [], indexed: Round[] = [];
  for (let pair = -WARM; pair < PAIRS; pair++) {
    const row = records(around, 1, FROM + WARM + pair)[0]!;
    const reviewId = await underReview(person, row);
    await caughtUp(50); // what the claim woke, and the matches of the pair before
    if (await searched(market, row)) throw new Error("A record was found before it was published.");
    await (row.kind === "need" ? approveNeed : approveAchievement)(person, { reviewId });
    const started = performance.now();
    const ours = await found(() => searched(market, row));
    await found(async () => (await ask(server, "GET", `/indexes/listings/documents/${row.id}?fields=id`)).status === 200);
    const inIndex = performance.now() - started;
    const [document] = await publicDocuments(db(), [row.id]);
    await caughtUp(50);
    const begun = performance.now();
    await bare.add([document!]);
    await found(() => bare.holds(row.id));
    const reference = performance.now() - begun;
    if (pair >= 0) { pairs.push({ ours: [ours], reference: [reference] }); indexed.push({ ours: [inIndex], reference: [reference] }); }
  }
  const all: Round = { ours: pairs.flatMap(({ ours }) => ours), reference: pairs.flatMap(({ reference }) => reference) };
  const note = `from the commit of an approval to being found by GET /api/search, ${size} records, ${PAIRS} pairs`;
  return [
    paired("publish p50", pairs, 0.5, "ms", ({ ours, reference }) => `${note}; at most ${LIMIT} ×: ${word(ours / reference <= LIMIT)}`),
    paired("publish p95", [all], 0.95, "ms", () => note),
    paired("publish index p50", indexed, 0.5, "ms", () => "from the commit to being in the index"),
  ];
}
