import { organisations } from "@/db/schema";
import { command } from "@/lib/command";
import { userIdOf } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { openDraft } from "@/lib/listings/draft";
import { canDraft } from "@/lib/listings/policy";
import { eq } from "drizzle-orm";
import { draftInput } from "./input";

/** A member begins to write a need in the name of the organisation they act for. Only a title is needed. */
export const draft = command({
  name: "need.drafted",
  input: draftInput,
  async find(tx, actor) {
    const acting = actor.kind === "person" ? actor.acting : null;
    const [owner] = acting ? await tx.select({ id: organisations.id, kind: organisations.kind }).from(organisations).where(eq(organisations.id, acting.organisationId)) : [];
    if (!owner) throw new NotFound();
    return owner;
  },
  allow: canDraft,
  async run({ tx, actor, subject: owner, input, event }) {
    const listing = await openDraft(tx, "need", { organisationId: owner.id, userId: userIdOf(actor), at: event.at, content: input });
    return { result: listing, subjects: [{ kind: "need", id: listing.id }], facts: { number: listing.number } };
  },
});
