import { eq } from "drizzle-orm";
import { organisations } from "@/db/schema";
import { command } from "@/lib/command";
import { assertCreditCodeFree } from "./add-organisation";
import { findForMember } from "./find-organisation";
import { profileInput } from "./input";
import { canManage } from "./policy";

/** What was verified is the name and the code: whoever changes one of them is verified anew. */
export const changeProfile = command({
  name: "organisation.profile_changed",
  input: profileInput,
  find: (tx, actor, input) => findForMember(tx, actor, input.organisationId),
  allow: canManage,
  async run({ tx, subject: organisation, input }) {
    await assertCreditCodeFree(tx, input.creditCode, organisation.id);
    const { organisationId: _, ...columns } = input;
    const anew = organisation.verification === "verified" && (input.name !== organisation.name || input.creditCode !== organisation.creditCode);
    await tx.update(organisations).set({ ...columns, ...(anew ? { verification: "pending" as const } : {}) }).where(eq(organisations.id, organisation.id));
    return { result: { slug: organisation.slug, anew }, subjects: [{ kind: "organisation" as const, id: organisation.id }], facts: { anew } };
  },
});
