import { and, asc, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { termCorrections, users, type Reading } from "@/db/schema";
import type { Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { normalise } from "@/lib/engine/analyse";
import type { Desk } from "@/lib/listings/read";
import { canSeeUnpublished } from "@/lib/listings/policy";
import type { ListingKind } from "@/lib/listings/states";
import { readingOf } from "./store";

export type Correction = { id: string; kind: "added" | "removed"; term: string; by: string | null; at: Date };
export type ReadingView = Reading & { corrections: Correction[] };

/** What the platform read out of the text in work, with what its authors corrected. @throws NotFound for strangers */
export async function readingForDesk<K extends ListingKind>(actor: Actor, { listing, version, content }: Pick<Desk<K>, "listing" | "version" | "content">): Promise<ReadingView> {
  if (!canSeeUnpublished(actor, listing)) throw new NotFound();
  const [reading, corrections] = await Promise.all([
    readingOf(db(), listing.kind as K, { id: version.id, listingId: listing.id, lock: version.lock }, content),
    db().select({ id: termCorrections.id, kind: termCorrections.kind, term: termCorrections.term, by: users.name, at: termCorrections.madeAt })
      .from(termCorrections).leftJoin(users, eq(users.id, termCorrections.madeBy))
      .where(and(eq(termCorrections.listingId, listing.id), isNull(termCorrections.undoneAt))).orderBy(asc(termCorrections.madeAt)),
  ]);
  const said = new Set(corrections.map(({ term }) => normalise(term)));
  return { ...reading, terms: reading.terms.filter(({ text }) => !said.has(normalise(text))), corrections };
}
