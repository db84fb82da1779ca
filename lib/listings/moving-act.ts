import type { z } from "zod";
import { command } from "@/lib/command";
import type { Actor } from "@/lib/core/actor";
import type { EventName } from "@/lib/events/names";
import { findListing, subjectOf, type ListingSubject } from "./find";
import { listingRef } from "./input";
import { changeStatus, type Move } from "./move";
import { canWrite } from "./policy";
import type { ListingKind } from "./states";

type Moving = { name: EventName; allow?: (actor: Actor, listing: ListingSubject) => boolean; input?: z.ZodType<{ listingId: string; reason?: string | null | undefined }> };

/** An act that takes a record to another state of its life and does nothing else; by who may write it, unless told. A reason stands beside the state. */
export function movingAct(kind: ListingKind, move: Move, { name, allow = canWrite, input = listingRef }: Moving) {
  return command({
    name,
    input,
    find: (tx, actor, { listingId }) => findListing(tx, actor, kind, listingId),
    allow,
    async run({ tx, subject: listing, input: { reason = null }, event }) {
      await changeStatus(tx, listing, move, { at: event.at, reason });
      return { result: { id: listing.id }, subjects: [subjectOf(listing)] };
    },
  });
}
