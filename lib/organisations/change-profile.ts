import { and, eq } from "drizzle-orm";
import { organisations } from "@/db/schema";
import { command } from "@/lib/command";
import { Conflict } from "@/lib/core/errors";
import { assertCreditCodeFree } from "./add-organisation";
import { findForMember } from "./find-organisation";
import { profileInput } from "./input";
import { canGovern } from "./policy";

/** What was verified is the name, the code and the kind: whoever changes one of them is verified anew. Nothing becomes the bureau, nor the bureau anything else. */
export const changeProfile = command({
  name: "organisation.profile_changed",
  input: profileInput,
  find: (tx, actor, input) => findForMember(tx, actor, input.organisationId),
  allow: canGovern,
  async run({ tx, subject: organisation, input }) {
    await assertCreditCodeFree(tx, input.creditCode, organisation.id);
    const { organisationId: _, kind: chosen = organisation.kind, ...columns } = input;
    const kind = organisation.kind === "bureau" ? organisation.kind : chosen;
    const anew = organisation.verification === "verified" && (input.name !== organisation.name || input.creditCode !== organisation.creditCode || kind !== organisation.kind);
    // Whether it is verified anew depends on where it stands: verified in this very moment, the new name would pass for the one that was compared.
    const [changed] = await tx.update(organisations).set({ ...columns, kind, ...(anew ? { verification: "pending" as const } : {}) })
      .where(and(eq(organisations.id, organisation.id), eq(organisations.verification, organisation.verification))).returning({ id: organisations.id });
    if (!changed) throw new Conflict("changed_meanwhile");
    return { result: { slug: organisation.slug, anew }, subjects: [{ kind: "organisation" as const, id: organisation.id }], facts: { anew } };
  },
});
