import { z } from "zod";
import { contractTypes } from "@/lib/contracts/states";
import { clock } from "@/lib/core/clock";
import { earliestDate, endOfDayInHarbin, isPlainDate, todayInHarbin } from "@/lib/core/dates";

/** What a figure is cut by. All of it lives in the address, so that a view can be sent. */
export const dimensions = ["type", "techArea", "field", "district", "month", "institution", "nature", "flow", "size", "planSource", "ip"] as const;
export type Dimension = (typeof dimensions)[number];

/** What only narrows a list to the contracts of one figure: nothing is broken down by it. */
const restrictions = ["scope", "through"] as const;
export type Restriction = (typeof restrictions)[number];
export type Condition = Dimension | Restriction;
const conditions: readonly Condition[] = [...dimensions, ...restrictions];

/** 吸纳: the buyer in Harbin wherever the seller is; `outside` only those whose seller is elsewhere. Without it the seller is in Harbin. */
const scopes = ["buyer", "outside"] as const;

export const flows = ["local", "province", "country", "abroad"] as const;
/** Buyers anywhere in Heilongjiang, the city with them: what the province's 就地转化率 counts. No part of the breakdown. */
export const nearFlow = "near";

/** By the contract's own amount: below 500,000 yuan, to 5 million, up to what statistics call large (rule `statistics.large_contract`), and that. */
export const sizeClasses = ["small", "medium", "upper", "large"] as const;
export type SizeClass = (typeof sizeClasses)[number];
/** Where we draw the two lines below it: a drawing's, no law's. */
export const sizeBoundsFen = { medium: 50_000_000, upper: 500_000_000 } as const;

/** The key of "not known" in a dimension: plan field of the authority's ledger, nature, plan source, kind of right. No code of any list: `none` is one, outside all plans. */
export const unknown = "unknown";

export type Filter = {
  year: number;
  /** Figures as they were known at this moment; null = now. */
  asOf: Date | null;
  /** A key of the breakdown by that dimension; `through` is the last month of a running total. */
  parts: Partial<Record<Condition, string>>;
};

const code = z.string().max(80).regex(/^[\w.:-]+$/);
/** Institutions are told apart by the name that the ledger gives, whatever signs are in it. */
const name = z.string().regex(/^[^\p{Cc}\p{Cs}]{1,400}$/u);

/** Reads a filter out of an address; whatever is unusable is left out: so is a day that is none, or has not come. Without a year it is that of the day. */
export function readFilter(params: Record<string, string | string[] | undefined>, thisYear: number): Filter {
  const one = (name: string) => (Array.isArray(params[name]) ? params[name][0] : params[name]);
  const year = Number(one("year"));
  const day = one("asOf");
  const asOf = day && isPlainDate(day) && day >= earliestDate && day <= todayInHarbin(clock.now()) ? endOfDayInHarbin(day) : null;
  const parts: Filter["parts"] = {};
  for (const condition of conditions) {
    const value = (condition === "institution" ? name : code).safeParse(one(condition));
    if (value.success && known(condition, value.data)) parts[condition] = value.data;
  }
  const usable = (of: number) => Number.isInteger(of) && of >= 2000 && of <= 2100;
  return { year: [year, asOf ? Number(day?.slice(0, 4)) : NaN].find(usable) ?? thisYear, asOf, parts };
}

function known(condition: Condition, value: string): boolean {
  if (condition === "type") return (contractTypes as readonly string[]).includes(value);
  if (condition === "flow") return value === nearFlow || (flows as readonly string[]).includes(value);
  if (condition === "size") return (sizeClasses as readonly string[]).includes(value);
  if (condition === "scope") return (scopes as readonly string[]).includes(value);
  if (condition === "month" || condition === "through") return /^([1-9]|1[0-2])$/.test(value);
  return true;
}

/** The filter of a whole view: a list may be narrower than anything that a view's figures mean. */
export function withoutRestrictions(filter: Filter): Filter {
  const { scope: _scope, through: _through, ...parts } = filter.parts;
  if (parts.flow === nearFlow) delete parts.flow;
  return { ...filter, parts };
}

/** The same filter as an address query; keys in a fixed order, so that equal views have equal addresses. */
export function filterQuery(filter: Filter, change: Partial<Record<Condition, string | null>> = {}, extra: Record<string, string> = {}): string {
  const query = new URLSearchParams({ year: String(filter.year) });
  if (filter.asOf) query.set("asOf", new Date(filter.asOf.getTime() - 1).toISOString().slice(0, 10));
  for (const condition of conditions) {
    const value = condition in change ? change[condition] : filter.parts[condition];
    if (value) query.set(condition, value);
  }
  for (const [name, value] of Object.entries(extra)) query.set(name, value);
  return query.toString();
}
