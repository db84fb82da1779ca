import { and, eq } from "drizzle-orm";
import { organisations } from "@/db/schema";
import { command } from "@/lib/command";
import { clock } from "@/lib/core/clock";
import { Conflict } from "@/lib/core/errors";
import { findOrganisation } from "./find-organisation";
import { organisationInput } from "./input";
import { canVerify } from "./policy";

/** An operator has compared name and code with the public register. */
export const verifyOrganisation = command({
  name: "organisation.verified",
  input: organisationInput,
  find: (tx, _actor, input) => findOrganisation(tx, input.organisationId),
  allow: canVerify,
  async run({ tx, subject: organisation }) {
    const [moved] = await tx.update(organisations).set({ verification: "verified", verifiedAt: clock.now(), verificationRemarks: null })
      .where(and(eq(organisations.id, organisation.id), eq(organisations.verification, organisation.verification))).returning({ id: organisations.id });
    if (!moved) throw new Conflict();
    return { result: null, subjects: [{ kind: "organisation" as const, id: organisation.id }] };
  },
});
