import type { Tx } from "@/db/client";
import { system } from "@/lib/core/actor";
import { isKnownError } from "@/lib/core/errors";
import type { StoredEvent } from "@/lib/jobs/cursors";
import { importBatch } from "./import-batch";
import { pendingImports } from "./queries";

/** Carries a confirmed import to its end, batch by batch. May be called again at any time, by anybody's worker. @returns rows imported by this call */
export async function runImport(importId: string): Promise<number> {
  let imported = 0;
  for (;;) {
    try {
      const batch = await importBatch(system("run-import"), { importId });
      imported += batch.imported;
      if (batch.finished) return imported;
    } catch (error) {
      // Finished or undone by another hand: nothing is left to do.
      if (isKnownError(error)) return imported;
      throw error;
    }
  }
}

/** Reader of events: a confirmation starts the import. */
export async function runImportsOf(_tx: Tx, batch: StoredEvent[]): Promise<void> {
  for (const event of batch) {
    if (event.name !== "ledger.import_confirmed") continue;
    for (const subject of event.subjects) if (subject.kind === "import") await runImport(subject.id);
  }
}

/** What a killed worker left behind. */
export async function runPendingImports(): Promise<void> {
  for (const importId of await pendingImports()) await runImport(importId);
}
