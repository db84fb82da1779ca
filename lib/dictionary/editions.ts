import { and, asc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { dictionaryEditions } from "@/db/schema";
import { command } from "@/lib/command";
import { Conflict } from "@/lib/core/errors";
import { clock } from "@/lib/core/clock";
import type { Edition } from "./content";
import { dictionarySubject } from "./find";

const editionRef = z.object({ version: z.number().int(), records: z.number().int().optional(), problem: z.string().max(500).optional() });

/** The edition that waits, or that a worker left behind half built. Only one job at a time asks this (queue `dictionary`). */
export async function nextEdition(): Promise<Edition | null> {
  const [edition] = await db().select().from(dictionaryEditions).where(inArray(dictionaryEditions.state, ["waiting", "applying"])).orderBy(asc(dictionaryEditions.version)).limit(1);
  return edition ?? null;
}

export async function beginEdition(version: number): Promise<void> {
  await db().update(dictionaryEditions).set({ state: "applying", startedAt: clock.now(), done: 0, problem: null }).where(eq(dictionaryEditions.version, version));
}

export async function editionProgress(version: number, done: number): Promise<void> {
  await db().update(dictionaryEditions).set({ done }).where(eq(dictionaryEditions.version, version));
}

/** From now on every process goes by this edition. Only the worker's own act. */
export const editionApplied = command({
  name: "dictionary.edition_applied",
  input: editionRef,
  find: async () => dictionarySubject,
  allow: (actor) => actor.kind === "system",
  async run({ tx, input, event }) {
    await settle(tx, input.version, { state: "applied", appliedAt: event.at });
    return { result: null, subjects: [dictionarySubject], facts: { version: input.version } };
  },
});

/** It could not be built; the edition in use stays. */
export const editionFailed = command({
  name: "dictionary.edition_failed",
  input: editionRef,
  find: async () => dictionarySubject,
  allow: (actor) => actor.kind === "system",
  async run({ tx, input }) {
    await settle(tx, input.version, { state: "failed", problem: input.problem ?? null });
    return { result: null, subjects: [dictionarySubject], facts: { version: input.version } };
  },
});

type Settled = { state: "applied"; appliedAt: Date } | { state: "failed"; problem: string | null };

async function settle(tx: Parameters<Parameters<ReturnType<typeof db>["transaction"]>[0]>[0], version: number, change: Settled): Promise<void> {
  const [settled] = await tx.update(dictionaryEditions).set(change).where(and(eq(dictionaryEditions.version, version), eq(dictionaryEditions.state, "applying"))).returning({ version: dictionaryEditions.version });
  if (!settled) throw new Conflict("changed_meanwhile");
}
