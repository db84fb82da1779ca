import { and, eq, inArray } from "drizzle-orm";
import { contracts, imports, registrations } from "@/db/schema";
import { ruleAt } from "@/lib/codes/queries";
import { command } from "@/lib/command";
import { userIdOf } from "@/lib/core/actor";
import { addDays, dateInHarbin } from "@/lib/core/dates";
import { Conflict } from "@/lib/core/errors";
import { reverseEntries } from "@/lib/ledger/post";
import { countedStatuses } from "../registrations/states";
import { importInput } from "./input";
import { canUploadLedger } from "./policy";
import { getImportFor } from "./queries";

/** Takes a whole import back: opposite entries on the same dates, the official numbers are free again. Nothing is deleted. */
export const undoImport = command({
  name: "ledger.import_undone",
  input: importInput,
  find: (tx, actor, input) => getImportFor(tx, actor, input.importId, { lock: true }),
  allow: canUploadLedger,
  async run({ tx, actor, subject, event }) {
    if (subject.status !== "imported") throw new Conflict("import_moved");
    const today = dateInHarbin(event.at);
    const limit = await ruleAt(tx, "import.undo_days", today);
    if (limit && subject.confirmedAt && today > addDays(dateInHarbin(subject.confirmedAt), limit.value)) throw new Conflict("undo_too_late", { days: limit.value });
    // Contracts that were cancelled meanwhile no longer count and stay as they are; one whose record was reversed goes with the rest.
    const rows = await tx.select({ id: contracts.id }).from(contracts).innerJoin(registrations, eq(registrations.contractId, contracts.id))
      .where(and(eq(contracts.importId, subject.id), inArray(registrations.status, [...countedStatuses, "accepted"])));
    const ids = rows.map((row) => row.id);
    for (let from = 0; from < ids.length; from += 1_000) {
      const some = ids.slice(from, from + 1_000);
      await reverseEntries(tx, some, userIdOf(actor), event);
      await tx.update(registrations).set({ status: "undone" }).where(inArray(registrations.contractId, some));
      await tx.update(contracts).set({ status: "undone" }).where(inArray(contracts.id, some));
    }
    await tx.update(imports).set({ status: "undone", undoneBy: userIdOf(actor), undoneAt: event.at }).where(eq(imports.id, subject.id));
    return {
      result: { importId: subject.id, contracts: ids.length },
      subjects: [{ kind: "import", id: subject.id }, ...ids.map((id) => ({ kind: "contract" as const, id }))],
      facts: { contracts: ids.length },
    };
  },
});
