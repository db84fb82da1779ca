import { and, eq, sql } from "drizzle-orm";
import { organisations } from "@/db/schema";
import { command } from "@/lib/command";
import { Conflict } from "@/lib/core/errors";
import { findOrganisation } from "./find-organisation";
import { verifyInput } from "./input";
import { canVerify } from "./policy";

/** An operator has compared name, code and kind with the public register: what is verified is what was read, not what stands there by now. */
export const verifyOrganisation = command({
  name: "organisation.verified",
  input: verifyInput,
  find: (tx, _actor, input) => findOrganisation(tx, input.organisationId),
  allow: canVerify,
  async run({ tx, subject: organisation, input, event }) {
    if (input.name !== null && (input.name !== organisation.name || input.creditCode !== organisation.creditCode)) throw new Conflict("organisation_changed");
    if (input.kind !== null && input.kind !== organisation.kind) throw new Conflict("organisation_changed");
    const [moved] = await tx.update(organisations).set({ verification: "verified", verifiedName: organisation.name, verifiedAt: event.at, verificationRemarks: null })
      .where(and(eq(organisations.id, organisation.id), eq(organisations.verification, organisation.verification), eq(organisations.name, organisation.name), eq(organisations.kind, organisation.kind), sql`${organisations.creditCode} is not distinct from ${organisation.creditCode}`)).returning({ id: organisations.id });
    if (!moved) throw new Conflict();
    return { result: null, subjects: [{ kind: "organisation" as const, id: organisation.id }] };
  },
});
