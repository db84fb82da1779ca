import { and, eq, isNull } from "drizzle-orm";
import { targets } from "@/db/schema";
import { command } from "@/lib/command";
import { isBureau, userIdOf } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { scopeOf, setTargetInput, stored } from "./input";
import { canSetTarget } from "./policy";

/** The bureau's target of a year for the city, a district or an institution (domain A3); a second one for the same year ends the first, which stays for views of its days. */
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
    const id = newId(event.at);
    await tx.update(targets).set({ endedAt: event.at })
      .where(and(eq(targets.indicator, input.indicator), eq(targets.scopeKind, scope.kind), eq(targets.scopeCode, scope.code), eq(targets.year, input.year), isNull(targets.endedAt)));
    await tx.insert(targets).values({ id, indicator: input.indicator, scopeKind: scope.kind, scopeCode: scope.code, year: input.year, ...values });
    return { result: { id }, subjects: [{ kind: "target", id }], facts: { indicator: input.indicator, year: input.year, scope: scope.code, value: input.value, floor: input.floor, stretch: input.stretch } };
  },
});
