import { targets } from "@/db/schema";
import { command } from "@/lib/command";
import { isBureau, userIdOf } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { scopeOf, setTargetInput, stored } from "./input";
import { canSetTarget } from "./policy";

/** The bureau's target of a year for the city, a district or an institution (domain A3); a second one for the same year replaces it, the event keeps what was said. */
export const setTarget = command({
  name: "target.set",
  input: setTargetInput,
  find: async (_tx, actor) => {
    if (!isBureau(actor)) throw new NotFound();
    return null;
  },
  allow: canSetTarget,
  async run({ tx, actor, input, event }) {
    const values = {
      value: stored(input.indicator, input.value) ?? 0, floor: stored(input.indicator, input.floor), stretch: stored(input.indicator, input.stretch), source: input.source, setBy: userIdOf(actor), setAt: event.at,
    };
    const scope = scopeOf(input);
    const [row] = await tx.insert(targets)
      .values({ id: newId(event.at), indicator: input.indicator, scopeKind: scope.kind, scopeCode: scope.code, year: input.year, ...values })
      .onConflictDoUpdate({ target: [targets.indicator, targets.scopeKind, targets.scopeCode, targets.year], set: values })
      .returning({ id: targets.id });
    return { result: { id: row!.id }, subjects: [{ kind: "target", id: row!.id }], facts: { indicator: input.indicator, year: input.year, scope: scope.code, value: input.value, floor: input.floor, stretch: input.stretch } };
  },
});
