import { and, eq } from "drizzle-orm";
import { organisations } from "@/db/schema";
import { command } from "@/lib/command";
import { Conflict, Invalid } from "@/lib/core/errors";
import { findOrganisation } from "./find-organisation";
import { sendBackInput } from "./input";
import { canSendBackVerification } from "./policy";

/** An operator says, field by field, what does not match. */
export const sendBackOrganisation = command({
  name: "organisation.verification_sent_back",
  input: sendBackInput,
  find: (tx, _actor, input) => findOrganisation(tx, input.organisationId),
  allow: canSendBackVerification,
  async run({ tx, subject: organisation, input }) {
    const remarks = Object.fromEntries(Object.entries(input.remarks).filter((entry): entry is [string, string] => entry[1] !== null));
    if (Object.keys(remarks).length === 0) throw new Invalid({ "": { code: "remark_needed" } });
    const [moved] = await tx.update(organisations).set({ verification: "sent_back", verificationRemarks: remarks })
      .where(and(eq(organisations.id, organisation.id), eq(organisations.verification, organisation.verification))).returning({ id: organisations.id });
    if (!moved) throw new Conflict();
    return { result: null, subjects: [{ kind: "organisation" as const, id: organisation.id }], facts: { fields: Object.keys(remarks) } };
  },
});
