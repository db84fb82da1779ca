import { and, asc, eq, inArray } from "drizzle-orm";
import { contracts, imports, registrations } from "@/db/schema";
import { command } from "@/lib/command";
import { userIdOf } from "@/lib/core/actor";
import { dateInHarbin } from "@/lib/core/dates";
import { Conflict } from "@/lib/core/errors";
import { leadsTo, statesBefore } from "@/lib/core/transitions";
import { reverseEntries } from "@/lib/ledger/post";
import { importTransitions } from "@/lib/ledger/states";
import { canMoveRegistration, registrationStatuses, type RegistrationStatus } from "../registrations/states";
import { contractTransitions } from "../states";
import { importInput } from "./input";
import { canUploadLedger } from "./policy";
import { getImportFor } from "./queries";
import { undoLimit } from "./undo-limit";

/** Where a contract of the import may stand when the whole of it is taken back; `what-undoes` counts by the same. */
export const undoneStatuses: readonly RegistrationStatus[] = registrationStatuses.filter((status) => canMoveRegistration(status, "undone"));

/** Takes a whole import back: opposite entries on the same dates, the official numbers are free again. Nothing is deleted. */
export const undoImport = command({
  name: "ledger.import_undone",
  input: importInput,
  find: (tx, actor, input) => getImportFor(tx, actor, input.importId, { lock: true }),
  allow: canUploadLedger,
  async run({ tx, actor, subject, event }) {
    if (!leadsTo(importTransitions, subject.status, "undone")) throw new Conflict("import_moved");
    const today = dateInHarbin(event.at);
    const limit = await undoLimit(tx, subject, today);
    if (limit && today > limit.last) throw new Conflict("undo_too_late", { days: limit.days });
    // Contracts that were cancelled meanwhile no longer count and stay as they are; one whose record was reversed goes with the rest.
    // Locked before anything is answered: a change or cancellation that commits in between would be counted twice, or not at all.
    const rows = await tx.select({ id: contracts.id }).from(contracts).innerJoin(registrations, eq(registrations.contractId, contracts.id))
      .where(and(eq(contracts.importId, subject.id), inArray(registrations.status, undoneStatuses))).orderBy(asc(contracts.id)).for("update", { of: registrations });
    const ids = rows.map((row) => row.id);
    for (let from = 0; from < ids.length; from += 1_000) {
      const some = ids.slice(from, from + 1_000);
      await reverseEntries(tx, some, userIdOf(actor), event);
      await tx.update(registrations).set({ status: "undone" }).where(and(inArray(registrations.contractId, some), inArray(registrations.status, undoneStatuses)));
      await tx.update(contracts).set({ status: "undone" }).where(and(inArray(contracts.id, some), inArray(contracts.status, statesBefore(contractTransitions, "undone"))));
    }
    await tx.update(imports).set({ status: "undone", undoneBy: userIdOf(actor), undoneAt: event.at }).where(eq(imports.id, subject.id));
    return {
      result: { importId: subject.id, contracts: ids.length },
      subjects: [{ kind: "import", id: subject.id }, ...ids.map((id) => ({ kind: "contract" as const, id }))],
      facts: { contracts: ids.length },
    };
  },
});
