import { mayAtBureau, type Actor } from "@/lib/core/actor";

/** Targets are the director's. */
export function canSetTarget(actor: Actor): boolean {
  return mayAtBureau(actor, "targets");
}

/** Reported values are brought in by those who answer for them at the bureau. */
export function canReportValue(actor: Actor): boolean {
  return mayAtBureau(actor, "targets") || mayAtBureau(actor, "review");
}
