import { command } from "@/lib/command";
import { addMember, addOrganisation, assertCreditCodeFree } from "./add-organisation";
import { createInput } from "./input";
import { canCreateOrganisation } from "./policy";

/** A person registers their organisation and becomes its first administrator. */
export const createOrganisation = command({
  name: "organisation.created",
  input: createInput,
  find: async () => null,
  allow: canCreateOrganisation,
  async run({ tx, actor, input }) {
    await assertCreditCodeFree(tx, input.creditCode);
    const userId = actor.kind === "person" ? actor.userId : null;
    const made = await addOrganisation(tx, { ...input, createdBy: userId });
    if (userId) await addMember(tx, made.id, userId, ["administrator"]);
    return { result: made, subjects: [{ kind: "organisation" as const, id: made.id }], facts: { kind: input.kind } };
  },
});
