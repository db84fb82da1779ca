import { inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { listings } from "@/db/schema";
import { membershipOf, type Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import type { ListingKind } from "@/lib/listings/states";

/** `own` is the record of the side that speaks: the only timeline in which its word may stand with a name. */
export type Pair = { needId: string; achievementId: string; organisationId: string; own: { kind: ListingKind; id: string } };

/** A pair as one of its two owners sees it; whoever belongs to neither does not find it. */
export async function getPairFor(tx: Tx, actor: Actor, ids: { needId: string; achievementId: string }): Promise<Pair> {
  const rows = await tx.select({ id: listings.id, kind: listings.kind, organisationId: listings.organisationId }).from(listings).where(inArray(listings.id, [ids.needId, ids.achievementId]));
  const need = rows.find((row) => row.id === ids.needId && row.kind === "need");
  const achievement = rows.find((row) => row.id === ids.achievementId && row.kind === "achievement");
  if (!need || !achievement) throw new NotFound();
  const acting = actor.kind === "person" ? actor.acting?.organisationId : undefined;
  const mine = [need, achievement].filter((row) => membershipOf(actor, row.organisationId));
  const own = mine.find((row) => row.organisationId === acting) ?? mine[0];
  if (!own) throw new NotFound();
  return { needId: need.id, achievementId: achievement.id, organisationId: own.organisationId, own: { kind: own.kind, id: own.id } };
}
