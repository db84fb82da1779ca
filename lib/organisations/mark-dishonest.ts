import { and, eq, isNull } from "drizzle-orm";
import { dishonestyMarks } from "@/db/schema";
import { command } from "@/lib/command";
import { userIdOf } from "@/lib/core/actor";
import { dateInHarbin } from "@/lib/core/dates";
import { Conflict, Forbidden, Invalid } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { findOrganisation, lockOrganisation } from "./find-organisation";
import { dishonestyInput } from "./input";
import { canMarkDishonest } from "./policy";

/**
 * The bureau puts an organisation on the list of serious dishonesty. While it stands its records are offered to nobody
 * and nothing new begins with it; what has begun goes on. Whoever erred ends the mark as mistaken.
 */
export const markDishonest = command({
  name: "organisation.dishonesty_marked",
  input: dishonestyInput,
  find: (tx, _actor, input) => findOrganisation(tx, input.organisationId),
  allow: canMarkDishonest,
  async run({ tx, actor, subject: organisation, input, event }) {
    const markedBy = userIdOf(actor);
    if (!markedBy) throw new Forbidden();
    const today = dateInHarbin(event.at);
    if (input.listedOn > today) throw new Invalid({ listedOn: { code: "future_date" } });
    if (input.untilOn !== null && input.untilOn < today) throw new Invalid({ untilOn: { code: "until_past" } });
    // Dates overlap or do not: no index decides that, so the organisation's row is the lock.
    await lockOrganisation(tx, organisation.id);
    const open = await tx.select({ untilOn: dishonestyMarks.untilOn }).from(dishonestyMarks).where(and(eq(dishonestyMarks.organisationId, organisation.id), isNull(dishonestyMarks.endedAt)));
    if (open.some(({ untilOn }) => untilOn === null || untilOn >= today)) throw new Conflict("marked_already");
    const id = newId(event.at);
    await tx.insert(dishonestyMarks).values({ ...input, id, markedBy, markedAt: event.at });
    const { reason, source, listedOn, untilOn } = input;
    return { result: { markId: id }, subjects: [{ kind: "organisation" as const, id: organisation.id }], facts: { reason, source, listedOn, ...(untilOn ? { untilOn } : {}) } };
  },
});
