import { digestSettings } from "@/db/schema";
import { command } from "@/lib/command";
import { membershipOf, userIdOf } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { changeSettingInput } from "./input";
import { canChangeSetting } from "./policy";

/** One member says from which level on, and how often, they want to be told of an organisation's new matches. */
export const changeSetting = command({
  name: "digest.settings_changed",
  input: changeSettingInput,
  find: (_tx, actor, input) => {
    const membership = membershipOf(actor, input.organisationId);
    if (!membership || membership.kind === "bureau") throw new NotFound();
    return Promise.resolve(membership);
  },
  allow: canChangeSetting,
  async run({ tx, actor, input, event }) {
    const userId = userIdOf(actor)!;
    const said = { threshold: input.threshold, frequency: input.frequency, changedAt: event.at };
    await tx.insert(digestSettings).values({ userId, organisationId: input.organisationId, ...said }).onConflictDoUpdate({ target: [digestSettings.userId, digestSettings.organisationId], set: said });
    return { result: null, subjects: [{ kind: "user", id: userId }], facts: { threshold: input.threshold, frequency: input.frequency } };
  },
});
