/**
 * The dated rules that ship with the code (`data/rules.json`) and the shape of their values. Truth is the table
 * `rules`, which an operator may correct: read it with `ruleAt` in queries.ts. Pure.
 */
import { addDays, addWorkingDays, rollForward, type HolidayTable, type PlainDate } from "@/lib/core/dates";
import data from "./data/rules.json";
import { holidayTable } from "./holidays";

/** `natural` counts every day; `working` leaves out weekends and holidays. */
export type DayLimit = { days: number; calendar: "natural" | "working" };
export type Subsidy = {
  percent?: number;
  paidAtLeastFen?: number;
  receivedAtLeastFen?: number;
  maxFen: number;
  /** Contract types, cooperation modes, groups of the seller's nature for which it is paid. */
  types?: string[];
  modes?: string[];
  sellers?: string[];
  contributorPercent?: number;
  landedIn?: string;
};

type DayLimitKey =
  | "registration.limit" | "registration.limit_large" | "publicity.price" | "publicity.cash_reward" | "publicity.empowerment"
  | "review.limit" | "interest.expiry" | "deal.stale";
type NumberKey =
  | "registration.large_threshold" | "registration.tracking_sheet_threshold" | "statistics.large_contract"
  | "reward.transfer_floor" | "reward.equity_floor" | "reward.main_contributors_floor" | "reward.heilongjiang_completers_floor"
  | "reward.heilongjiang_contributor_floor" | "reward.heilongjiang_unconverted_years" | "reward.use_right_min_years"
  | "tax.income_exempt_limit" | "tax.income_half_percent" | "tax.income_licence_min_years" | "tax.cash_reward_taxed_percent"
  | "tax.cash_reward_within_months" | "tax.commissioned_rd_percent" | "tax.stamp_permyriad"
  | "review.undo_minutes" | "import.undo_days" | "contract.unquestioned_amount";
type OtherValues = {
  "registration.registrant": "seller";
  "reward.implementation_floor": { percent: number; minYears: number; maxYears: number };
  "reward.report_due": { month: number; day: number };
  "tax.income_scope": string[];
  "tax.vat_exempt": { types: string[]; related: string[]; sameInvoice: boolean };
  "tax.vat_invoice": "ordinary";
  "subsidy.heilongjiang_buyer": Subsidy;
  "subsidy.heilongjiang_seller": Subsidy;
  "subsidy.heilongjiang_agency": Subsidy;
};
export type RuleValues = Record<DayLimitKey, DayLimit> & Record<NumberKey, number> & OtherValues;
export type RuleKey = keyof RuleValues;

export type Rule<K extends RuleKey = RuleKey> = {
  key: K;
  /** Amounts are fen, shares per cent; see `unit`. */
  value: RuleValues[K];
  unit: string | null;
  effectiveFrom: PlainDate;
  /** Last day on which it applies; null while it is in force. */
  effectiveTo: PlainDate | null;
  sourceTitle: string;
  issuer: string | null;
  sourceDate: string | null;
  /** False: shown with the mark for "to be checked". */
  verified: boolean;
};

export const shippedRules: Rule[] = data.rules.map((row) => ({
  key: row.key as RuleKey,
  value: row.value as RuleValues[RuleKey],
  unit: row.unit,
  effectiveFrom: row.from,
  effectiveTo: row.to,
  sourceTitle: row.title,
  issuer: row.issuer,
  sourceDate: row.date,
  verified: row.verified,
}));

export const ruleKeys: RuleKey[] = [...new Set(shippedRules.map((rule) => rule.key))];

/** Those by which the platform itself reckons; the others are the law's words, there to be read (a test asks who reads each). */
export const appliedRuleKeys: readonly RuleKey[] = [
  "registration.limit", "registration.limit_large", "registration.large_threshold", "statistics.large_contract", "contract.unquestioned_amount",
  "import.undo_days", "review.limit", "review.undo_minutes", "interest.expiry", "deal.stale",
];

export function isDayLimit(value: Rule["value"]): value is DayLimit {
  return typeof value === "object" && "days" in value && "calendar" in value;
}

/** The rule of a day out of a list of rules: the latest that has begun and has not ended. */
export function ruleOn<K extends RuleKey>(rules: readonly Rule[], key: K, date: PlainDate): Rule<K> | undefined {
  const fitting = rules.filter((rule) => rule.key === key && rule.effectiveFrom <= date && (rule.effectiveTo === null || date <= rule.effectiveTo));
  return fitting.sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0] as Rule<K> | undefined;
}

/** What ships, for tests and where no database is at hand. */
export function shippedRule<K extends RuleKey>(key: K, date: PlainDate): Rule<K> | undefined {
  return ruleOn(shippedRules, key, date);
}

/**
 * Last day of a limit that begins on `from`: that day does not count; a limit in natural days that ends on a day off
 * ends on the next working day (Civil Code, art. 201 and 203).
 */
export function dueDate(from: PlainDate, limit: DayLimit, holidays: HolidayTable = holidayTable): PlainDate {
  return limit.calendar === "working" ? addWorkingDays(from, limit.days, holidays) : rollForward(addDays(from, limit.days), holidays);
}
