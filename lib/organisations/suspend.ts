import { and, eq, isNull } from "drizzle-orm";
import { organisations } from "@/db/schema";
import { command } from "@/lib/command";
import { Conflict } from "@/lib/core/errors";
import { findOrganisation } from "./find-organisation";
import { suspendInput } from "./input";
import { canSuspendOrganisation } from "./policy";

/** Its members lose their rights and its records leave the public pages, until it is restored. */
export const suspendOrganisation = command({
  name: "organisation.suspended",
  input: suspendInput,
  find: (tx, _actor, input) => findOrganisation(tx, input.organisationId),
  allow: canSuspendOrganisation,
  async run({ tx, subject: organisation, input, event }) {
    const [done] = await tx.update(organisations).set({ suspendedAt: event.at })
      .where(and(eq(organisations.id, organisation.id), isNull(organisations.suspendedAt))).returning({ id: organisations.id });
    if (!done) throw new Conflict();
    return { result: null, subjects: [{ kind: "organisation" as const, id: organisation.id }], facts: { reason: input.reason } };
  },
});
