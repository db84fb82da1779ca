import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { reportedValues } from "@/db/schema";
import { unscaledValue } from "@/lib/codes/plan";
import { command } from "@/lib/command";
import { isBureau } from "@/lib/core/actor";
import { Conflict, NotFound } from "@/lib/core/errors";
import { recordId } from "@/lib/core/fields";
import { canReportValue } from "./policy";

/** What was reported for a wrong year is taken away: from then on that year is not filled in. Reporting it again brings it back. */
export const withdrawReport = command({
  name: "indicator.report_withdrawn",
  input: z.object({ reportId: recordId() }),
  find: async (tx, actor, { reportId }) => {
    const [row] = isBureau(actor) ? await tx.select().from(reportedValues).where(eq(reportedValues.id, reportId)) : [];
    if (!row) throw new NotFound();
    return row;
  },
  allow: canReportValue,
  async run({ tx, subject: report, event }) {
    const [ended] = await tx.update(reportedValues).set({ endedAt: event.at }).where(and(eq(reportedValues.id, report.id), isNull(reportedValues.endedAt))).returning({ id: reportedValues.id });
    if (!ended) throw new Conflict("changed_meanwhile");
    const { id, indicator, year, value } = report;
    return { result: { id }, subjects: [{ kind: "target", id }], facts: { indicator, year, value: unscaledValue(indicator, value) } };
  },
});
