import { and, eq, inArray } from "drizzle-orm";
import { imports } from "@/db/schema";
import { command } from "@/lib/command";
import { Conflict } from "@/lib/core/errors";
import { statesBefore } from "@/lib/core/transitions";
import { importTransitions } from "@/lib/ledger/states";
import { importInput } from "./input";
import { canUploadLedger } from "./policy";
import { getImportFor } from "./queries";

/** A checked file that nobody wants to import. */
export const discardImport = command({
  name: "ledger.import_discarded",
  input: importInput,
  find: (tx, actor, input) => getImportFor(tx, actor, input.importId),
  allow: canUploadLedger,
  async run({ tx, subject }) {
    const [discarded] = await tx.update(imports).set({ status: "discarded" }).where(and(eq(imports.id, subject.id), inArray(imports.status, statesBefore(importTransitions, "discarded")))).returning({ id: imports.id });
    if (!discarded) throw new Conflict("import_moved");
    return { result: { importId: subject.id }, subjects: [{ kind: "import", id: subject.id }] };
  },
});
