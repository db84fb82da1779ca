import { eq } from "drizzle-orm";
import { z } from "zod";
import { rules } from "@/db/schema";
import { command } from "@/lib/command";
import { userIdOf } from "@/lib/core/actor";
import { Invalid, NotFound } from "@/lib/core/errors";
import { decimal, flag, line, moneyFen, oneOf, optional, plainDate, wholeNumber } from "@/lib/core/fields";
import { canCorrectRule, canReadRules } from "./policy";
import { isDayLimit, ruleKeys, ruleOn, type DayLimit, type Rule, type RuleKey } from "./rules";

const calendars = ["natural", "working"] as const;
const input = z.object({
  key: oneOf(ruleKeys as [RuleKey, ...RuleKey[]]),
  effectiveFrom: plainDate(),
  days: optional(wholeNumber({ min: 1, max: 3_650 })),
  calendar: optional(oneOf(calendars)),
  amountFen: optional(moneyFen({ unit: "wan", min: 100 })),
  number: optional(decimal({ min: 0, max: 1_000_000 })),
  sourceTitle: line({ min: 2, max: 200 }),
  issuer: optional(line({ max: 100 })),
  verified: flag(),
});
type Input = z.infer<typeof input>;

/** Money rules are in fen, limits in days of one calendar, other numbers as they are; what has more parts keeps them. What is left empty stays. */
function valueOf(rule: Rule, typed: Input): Pick<Rule, "value" | "unit"> {
  if (isDayLimit(rule.value)) {
    const value: DayLimit = { days: typed.days ?? rule.value.days, calendar: typed.calendar ?? rule.value.calendar };
    return { value, unit: value.calendar === "working" ? "working_day" : "day" };
  }
  if (typeof rule.value !== "number") return rule;
  // Days, months, minutes are counted, shares are measured.
  if (typed.number !== null && !Number.isInteger(typed.number) && !rule.unit?.startsWith("per")) throw new Invalid({ number: { code: "decimals", values: { max: 0 } } });
  return { value: (rule.unit?.startsWith("fen") ? typed.amountFen : typed.number) ?? rule.value, unit: rule.unit };
}

/**
 * A rule is read against its text: another value, another source, or the word that it has been checked, from a day on. What held
 * before that day stays. Due dates that were given do not move. A new version of the platform leaves the row as it is.
 */
export const correctRule = command({
  name: "rule.corrected",
  input,
  find: async (tx, actor, { key }) => {
    const periods = canReadRules(actor) ? ((await tx.select().from(rules).where(eq(rules.key, key))) as (Rule & typeof rules.$inferSelect)[]) : [];
    if (periods.length === 0) throw new NotFound();
    return periods;
  },
  allow: canCorrectRule,
  async run({ tx, actor, subject: periods, input: typed, event }) {
    const { key, effectiveFrom, sourceTitle, issuer, verified } = typed;
    // A day before everything that is known would have no rule to start from.
    const before = ruleOn(periods, key, effectiveFrom);
    if (!before) throw new Invalid({ effectiveFrom: { code: "date_from", values: { from: periods.map((one) => one.effectiveFrom).sort()[0] ?? "" } } });
    const said = { ...valueOf(before, typed), effectiveTo: before.effectiveTo, sourceTitle, issuer, verified, setBy: userIdOf(actor), setAt: event.at };
    await tx.insert(rules).values({ key, effectiveFrom, ...said }).onConflictDoUpdate({ target: [rules.key, rules.effectiveFrom], set: said });
    return { result: { key }, subjects: [], facts: { key, effectiveFrom, value: JSON.stringify(said.value), was: JSON.stringify(before.value), verified } };
  },
});
