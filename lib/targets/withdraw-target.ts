import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { targets } from "@/db/schema";
import { unscaledValue } from "@/lib/codes/plan";
import { command } from "@/lib/command";
import { isBureau } from "@/lib/core/actor";
import { Conflict, NotFound } from "@/lib/core/errors";
import { recordId } from "@/lib/core/fields";
import { canSetTarget } from "./policy";

/** A target of a wrong year or scope is taken away: from then on none is set. Setting it again brings it back. */
export const withdrawTarget = command({
  name: "target.withdrawn",
  input: z.object({ targetId: recordId() }),
  find: async (tx, actor, { targetId }) => {
    const [row] = isBureau(actor) ? await tx.select().from(targets).where(eq(targets.id, targetId)) : [];
    if (!row) throw new NotFound();
    return row;
  },
  allow: canSetTarget,
  async run({ tx, subject: target, event }) {
    const [ended] = await tx.update(targets).set({ endedAt: event.at }).where(and(eq(targets.id, target.id), isNull(targets.endedAt))).returning({ id: targets.id });
    if (!ended) throw new Conflict("changed_meanwhile");
    const { id, indicator, year, scopeCode, value } = target;
    return { result: { id }, subjects: [{ kind: "target", id }], facts: { indicator, year, scope: scopeCode, value: unscaledValue(indicator, value) } };
  },
});
