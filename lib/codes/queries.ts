/**
 * Reads of reference data. The lists and the taxonomy ship with the code and are looked up in memory; rules and holidays are
 * read from their tables, because an operator may correct them. For the server: this pulls in 150 kB of JSON. What a client
 * component or a schema needs is in `code-sets.ts` (codes) and `maturity.ts`.
 */
import { and, desc, eq, gte, isNull, lte, or } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { holidays, rules, users } from "@/db/schema";
import type { Actor } from "@/lib/core/actor";
import { addDays, type HolidayTable, type PlainDate } from "@/lib/core/dates";
import { NotFound } from "@/lib/core/errors";
import { canReadRules } from "./policy";
import { shippedRule, type Rule, type RuleKey, type RuleValues } from "./rules";

export { findPlace, nearestPlaces, placeNames } from "./find-place";
export { economicSectorName, economicSectorOf, economicSectors } from "./economic-sectors";
export { holidayName, holidayTable, isCalendarAnnounced } from "./holidays";
export { institutionAliases, institutionNamed, institutions } from "./institutions";
export {
  codeName, contractTypes, enterpriseScales, entriesOf, entryOf, flows, institutionNatures, ipKinds, ipStatuses, modes, natureGroupOf, natureGroups, natures,
  objectives, organisationKinds, payMethods, planSources, pricingMethods, refusalGrounds, registrationDocuments, subTypes, techAreas, wordOf, zones,
} from "./lists";
export { maturities, maturityName, maturityWordOf, parseMaturityWord } from "./maturity";
export {
  countries, districtName, districtShortName, districtTiles, flowOf, harbinDistricts, isAbroad, isHarbin, isHeilongjiang, isPlace, placeName, prefectures, provinces,
} from "./places";
export { indicatorOf, planFigures, planIndicators, scaledValue, unscaledValue } from "./plan";
export { dueDate } from "./rules";
export { directionOf, directionsOf, fieldOf, industries, industryOf, isTermPath, taxonomyTree, techAreaOfField, termName } from "./taxonomy";

type Row = typeof rules.$inferSelect;

function toRule(row: Row): Rule {
  return { ...row, key: row.key as RuleKey, value: row.value as RuleValues[RuleKey] };
}

/** The rule in force on that day, or undefined where the law says nothing (yet). */
export async function ruleAt<K extends RuleKey>(tx: Reader, key: K, date: PlainDate): Promise<Rule<K> | undefined> {
  const [row] = await tx
    .select()
    .from(rules)
    .where(and(eq(rules.key, key), lte(rules.effectiveFrom, date), or(isNull(rules.effectiveTo), gte(rules.effectiveTo, date))))
    .orderBy(desc(rules.effectiveFrom))
    .limit(1);
  return row ? (toRule(row) as Rule<K>) : undefined;
}

/** The platform's own rules have no gaps: where the table has none (yet), that which ships holds. */
export async function ruleOrShipped<K extends RuleKey>(tx: Reader, key: K, date: PlainDate): Promise<Rule<K>> {
  const rule = (await ruleAt(tx, key, date)) ?? shippedRule(key, date);
  if (!rule) throw new Error(`no rule ${key} on ${date}`);
  return rule;
}

/** Every rule with all its periods, in the order of keys and dates. */
export async function listRules(tx: Reader): Promise<Rule[]> {
  return (await tx.select().from(rules).orderBy(rules.key, desc(rules.effectiveFrom))).map(toRule);
}

/** `lastDay`: it ends the day before the next period begins, if not earlier. `correctedBy`: null as it was shipped. */
export type RulePeriod = Rule & { lastDay: PlainDate | null; correctedBy: string | null; correctedAt: Date | null };

/** The page of rules. @throws NotFound for whoever is neither of the bureau nor an operator */
export async function rulePeriods(actor: Actor): Promise<RulePeriod[]> {
  if (!canReadRules(actor)) throw new NotFound();
  const rows = await db().select({ rule: rules, name: users.name }).from(rules).leftJoin(users, eq(users.id, rules.setBy)).orderBy(rules.key, desc(rules.effectiveFrom));
  return rows.map(({ rule, name }, at) => {
    const next = rows[at - 1]?.rule;
    const before = next?.key === rule.key ? addDays(next.effectiveFrom, -1) : null;
    const lastDay = [rule.effectiveTo, before].filter((day) => day !== null).sort()[0] ?? null;
    return { ...toRule(rule), lastDay, correctedBy: name, correctedAt: rule.setAt };
  });
}

/** The calendar as the table holds it, for the functions of `lib/core/dates`. */
export async function holidaysFrom(tx: Reader): Promise<HolidayTable> {
  const rows = await tx.select({ day: holidays.day, working: holidays.working }).from(holidays);
  return {
    off: new Set(rows.filter((row) => row.working === 0).map((row) => row.day)),
    work: new Set(rows.filter((row) => row.working !== 0).map((row) => row.day)),
  };
}
