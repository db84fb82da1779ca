import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { imports } from "@/db/schema";
import type { StoredEvent } from "@/lib/jobs/cursors";
import type { Notice, Recipients } from "@/lib/jobs/notice";
import { bureauReviewers } from "@/lib/organisations/deciders";

async function importOf(tx: Tx, event: StoredEvent) {
  const importId = event.subjects.find((subject) => subject.kind === "import")?.id;
  const [row] = importId ? await tx.select().from(imports).where(eq(imports.id, importId)) : [];
  return row ?? null;
}

/** Values: `title`, `rows` (imported contracts). */
function notice(row: typeof imports.$inferSelect, userId: string): Notice {
  return { userId, needsAction: false, subject: { kind: "import", id: row.id }, href: `/ledger/${row.id}`, values: { title: row.fileName, rows: row.importedRows } };
}

export const recipients: Recipients = {
  "ledger.uploaded": async () => [],
  "ledger.import_confirmed": async () => [],
  /** One message when the whole import is done, to the person who confirmed it. */
  "ledger.batch_imported": async (tx, event) => {
    const row = event.facts.finished === true ? await importOf(tx, event) : null;
    return row?.confirmedBy ? [notice(row, row.confirmedBy)] : [];
  },
  "ledger.import_undone": async (tx, event) => {
    const row = await importOf(tx, event);
    return row ? (await bureauReviewers(tx)).map(({ userId }) => notice(row, userId)) : [];
  },
  "ledger.import_discarded": async () => [],
};
