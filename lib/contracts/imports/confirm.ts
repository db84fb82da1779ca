import { and, eq, inArray } from "drizzle-orm";
import { imports } from "@/db/schema";
import { command } from "@/lib/command";
import { userIdOf } from "@/lib/core/actor";
import { Conflict } from "@/lib/core/errors";
import { statesBefore } from "@/lib/core/transitions";
import { importTransitions } from "@/lib/ledger/states";
import { importInput } from "./input";
import { canUploadLedger } from "./policy";
import { getImportFor } from "./queries";

/** From here on the good rows will count; the worker carries them over in batches. */
export const confirmImport = command({
  name: "ledger.import_confirmed",
  input: importInput,
  find: (tx, actor, input) => getImportFor(tx, actor, input.importId),
  allow: canUploadLedger,
  async run({ tx, actor, subject, event }) {
    if (subject.status === "checked" && subject.goodRows === 0) throw new Conflict("nothing_to_import");
    const [confirmed] = await tx.update(imports).set({ status: "importing", confirmedBy: userIdOf(actor), confirmedAt: event.at })
      .where(and(eq(imports.id, subject.id), inArray(imports.status, statesBefore(importTransitions, "importing")))).returning({ id: imports.id });
    if (!confirmed) throw new Conflict("import_moved");
    return { result: { importId: subject.id }, subjects: [{ kind: "import", id: subject.id }], facts: { rows: subject.goodRows } };
  },
});
