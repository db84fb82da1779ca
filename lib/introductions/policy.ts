import type { Actor } from "@/lib/core/actor";

/** The market's pairs are laid out for verified brokers only: `brokerId` is the profile that was approved. */
export function canWorkMarket(actor: Actor): boolean {
  return actor.kind === "person" && actor.brokerId !== null;
}
