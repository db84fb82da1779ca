import { and, eq, isNotNull } from "drizzle-orm";
import { organisations } from "@/db/schema";
import { command } from "@/lib/command";
import { Conflict } from "@/lib/core/errors";
import { findOrganisation } from "./find-organisation";
import { organisationInput } from "./input";
import { canRestoreOrganisation } from "./policy";

export const restoreOrganisation = command({
  name: "organisation.restored",
  input: organisationInput,
  find: (tx, _actor, input) => findOrganisation(tx, input.organisationId),
  allow: canRestoreOrganisation,
  async run({ tx, subject: organisation }) {
    const [done] = await tx.update(organisations).set({ suspendedAt: null })
      .where(and(eq(organisations.id, organisation.id), isNotNull(organisations.suspendedAt))).returning({ id: organisations.id });
    if (!done) throw new Conflict();
    return { result: null, subjects: [{ kind: "organisation" as const, id: organisation.id }] };
  },
});
