import { isBureau, mayAtBureau, type Actor } from "@/lib/core/actor";

export type ImportSubject = { status: string; undoUntil?: Date | null };

/** The bureau keeps the ledger: its reviewers and directors bring in the registration authority's files. */
export function canUploadLedger(actor: Actor): boolean {
  return mayAtBureau(actor, "review");
}

export function canSeeImports(actor: Actor): boolean {
  return isBureau(actor);
}

export function canConfirmImport(actor: Actor, subject: ImportSubject): boolean {
  return canUploadLedger(actor) && subject.status === "checked";
}

export function canUndoImport(actor: Actor, subject: ImportSubject): boolean {
  return canUploadLedger(actor) && subject.status === "imported";
}
