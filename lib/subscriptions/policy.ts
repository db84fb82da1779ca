import type { Actor } from "@/lib/core/actor";

/** Searches belong to the person, whatever organisation they act for. */
export function canSaveSearch(actor: Actor): boolean {
  return actor.kind === "person";
}

export function isOwnSearch(actor: Actor, search: { userId: string }): boolean {
  return actor.kind === "person" && actor.userId === search.userId;
}
