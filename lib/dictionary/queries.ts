import { and, asc, count, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { dictionaryEditions, dictionaryEntries, sampleQueries, users } from "@/db/schema";
import type { Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { containing } from "@/lib/core/like";
import { offsetOf, type Page, type PageRequest } from "@/lib/core/page";
import { appliedEdition, differenceOf, EMPTY, workingContent, type Difference, type Edition } from "./content";
import { canEditDictionary } from "./policy";
import type { EntryKind } from "./states";

export type EntryRow = {
  id: string; kind: EntryKind; members: string[]; fieldCode: string | null; note: string | null;
  addedBy: string | null; addedAt: Date; changedBy: string | null; changedAt: Date | null; retiredBy: string | null; retiredAt: Date | null;
};
export type EntryFilter = { q?: string | undefined; kind?: EntryKind | undefined; state?: "standing" | "retired" | undefined };

function refuseOthers(actor: Actor): void {
  if (!canEditDictionary(actor)) throw new NotFound();
}

/** The operators' entries, newest first. @throws NotFound for everybody else */
export async function listEntries(actor: Actor, filter: EntryFilter, request: PageRequest): Promise<Page<EntryRow>> {
  refuseOthers(actor);
  const [adder, changer, retirer] = [alias(users, "adder"), alias(users, "changer"), alias(users, "retirer")];
  const like = containing(filter.q);
  const where = and(
    filter.kind ? eq(dictionaryEntries.kind, filter.kind) : undefined,
    filter.state === "retired" ? isNotNull(dictionaryEntries.retiredAt) : filter.state === "standing" ? isNull(dictionaryEntries.retiredAt) : undefined,
    like ? sql`(array_to_string(${dictionaryEntries.members}, ' ') ilike ${like} or ${dictionaryEntries.note} ilike ${like})` : undefined,
  );
  const rows = await db()
    .select({
      id: dictionaryEntries.id, kind: dictionaryEntries.kind, members: dictionaryEntries.members, fieldCode: dictionaryEntries.fieldCode, note: dictionaryEntries.note,
      addedBy: adder.name, addedAt: dictionaryEntries.addedAt, changedBy: changer.name, changedAt: dictionaryEntries.changedAt, retiredBy: retirer.name, retiredAt: dictionaryEntries.retiredAt,
    })
    .from(dictionaryEntries)
    .leftJoin(adder, eq(adder.id, dictionaryEntries.addedBy)).leftJoin(changer, eq(changer.id, dictionaryEntries.changedBy)).leftJoin(retirer, eq(retirer.id, dictionaryEntries.retiredBy))
    .where(where).orderBy(desc(dictionaryEntries.addedAt), asc(dictionaryEntries.id)).limit(request.size).offset(offsetOf(request));
  const [total] = await db().select({ n: count() }).from(dictionaryEntries).where(where);
  return { ...request, rows, total: total?.n ?? 0 };
}

type Told = Edition & { by: string | null };
export type DictionaryState = {
  /** Null: the built-in dictionary alone is in use. */
  applied: Told | null;
  inWork: Told | null;
  /** The newest one, where it could not be built. */
  failed: Told | null;
  pending: Difference;
};

/** What is in use, since when and by whom, what is being built, and what has changed since. */
export async function dictionaryState(actor: Actor): Promise<DictionaryState> {
  refuseOthers(actor);
  const [applied, content, rows] = await Promise.all([
    appliedEdition(db()), workingContent(db()),
    db().select({ edition: dictionaryEditions, by: users.name }).from(dictionaryEditions).leftJoin(users, eq(users.id, dictionaryEditions.requestedBy)).where(inArray(dictionaryEditions.state, ["waiting", "applying", "failed", "applied"])).orderBy(desc(dictionaryEditions.version)).limit(20),
  ]);
  const told = rows.map(({ edition, by }) => ({ ...edition, by }));
  const newest = told[0];
  return {
    applied: told.find(({ version }) => version === applied?.version) ?? (applied ? { ...applied, by: null } : null),
    inWork: told.find(({ state }) => state === "waiting" || state === "applying") ?? null,
    failed: newest?.state === "failed" ? newest : null,
    pending: differenceOf(applied?.content ?? EMPTY, content),
  };
}

export type SampleRow = { id: string; query: string; by: string | null; at: Date };

export async function listSamples(actor: Actor): Promise<SampleRow[]> {
  refuseOthers(actor);
  return db().select({ id: sampleQueries.id, query: sampleQueries.query, by: users.name, at: sampleQueries.addedAt })
    .from(sampleQueries).leftJoin(users, eq(users.id, sampleQueries.addedBy)).where(isNull(sampleQueries.removedAt)).orderBy(asc(sampleQueries.addedAt));
}
