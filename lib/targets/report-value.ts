import { and, eq, isNull } from "drizzle-orm";
import { reportedValues } from "@/db/schema";
import { harbinCode } from "@/lib/codes/places";
import { command } from "@/lib/command";
import { isBureau, userIdOf } from "@/lib/core/actor";
import { Invalid, NotFound } from "@/lib/core/errors";
import { todayInHarbin } from "@/lib/core/dates";
import { newId } from "@/lib/core/id";
import { reportValueInput, stored } from "./input";
import { canReportValue } from "./policy";

/** What somebody reported, with its source; shown beside what the ledger computes, never mixed with it (domain A3). */
export const reportValue = command({
  name: "indicator.reported",
  input: reportValueInput,
  find: async (_tx, actor) => {
    if (!isBureau(actor)) throw new NotFound();
    return null;
  },
  allow: canReportValue,
  async run({ tx, actor, input, event }) {
    const thisYear = Number(todayInHarbin(event.at).slice(0, 4));
    if (input.year > thisYear) throw new Invalid({ year: { code: "range", values: { min: 2000, max: thisYear } } });
    const id = newId(event.at);
    const of = { indicator: input.indicator, scopeKind: input.scopeKind ?? "city", scopeCode: input.scopeCode ?? harbinCode, year: input.year };
    await tx.update(reportedValues).set({ endedAt: event.at })
      .where(and(eq(reportedValues.indicator, of.indicator), eq(reportedValues.scopeKind, of.scopeKind), eq(reportedValues.scopeCode, of.scopeCode), eq(reportedValues.year, of.year), isNull(reportedValues.endedAt)));
    await tx.insert(reportedValues).values({ id, ...of, value: stored(input.indicator, input.value) ?? 0, source: input.source, reportedBy: userIdOf(actor), reportedAt: event.at });
    return { result: { id }, subjects: [{ kind: "target", id }], facts: { indicator: input.indicator, year: input.year, value: input.value } };
  },
});
