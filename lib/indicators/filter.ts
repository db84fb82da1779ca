import { z } from "zod";
import { contractTypes } from "@/lib/contracts/states";

/** What a figure is cut by. All of it lives in the address, so that a view can be sent. */
export const dimensions = ["type", "techArea", "field", "district", "month", "institution", "nature", "flow", "size", "planSource", "ip"] as const;
export type Dimension = (typeof dimensions)[number];

export const flows = ["local", "province", "country", "abroad"] as const;
export type Flow = (typeof flows)[number];

/** By the contract's own amount: below 500,000 yuan, to 5 million, to 10 million, above (domain C4: large is from 10 million on). */
export const sizeClasses = ["small", "medium", "upper", "large"] as const;
export type SizeClass = (typeof sizeClasses)[number];
export const sizeBoundsFen = { medium: 50_000_000, upper: 500_000_000, large: 1_000_000_000 } as const;

/** The key of "not known" in a dimension: plan field of the authority's ledger, nature, institution. */
export const unknown = "none";

export type Filter = {
  year: number;
  /** Figures as they were known at this moment; null = now. */
  asOf: Date | null;
  /** A key of the breakdown by that dimension. */
  parts: Partial<Record<Dimension, string>>;
};

const part = z.string().max(80).regex(/^[\p{L}\p{N}_.:()\s-]+$/u);

/** Reads a filter out of an address; whatever is unusable is left out. */
export function readFilter(params: Record<string, string | string[] | undefined>, thisYear: number): Filter {
  const one = (name: string) => (Array.isArray(params[name]) ? params[name][0] : params[name]);
  const year = Number(one("year"));
  const day = one("asOf");
  const at = day && /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T16:00:00Z`) : null;
  const parts: Filter["parts"] = {};
  for (const dimension of dimensions) {
    const value = part.safeParse(one(dimension));
    if (value.success && known(dimension, value.data)) parts[dimension] = value.data;
  }
  return { year: Number.isInteger(year) && year >= 2000 && year <= 2100 ? year : thisYear, asOf: at && !Number.isNaN(at.getTime()) ? at : null, parts };
}

function known(dimension: Dimension, value: string): boolean {
  if (dimension === "type") return (contractTypes as readonly string[]).includes(value);
  if (dimension === "flow") return (flows as readonly string[]).includes(value);
  if (dimension === "size") return (sizeClasses as readonly string[]).includes(value);
  if (dimension === "month") return /^([1-9]|1[0-2])$/.test(value);
  return true;
}

/** The same filter as an address query; keys in a fixed order, so that equal views have equal addresses. */
export function filterQuery(filter: Filter, change: Partial<Record<Dimension, string | null>> = {}, extra: Record<string, string> = {}): string {
  const query = new URLSearchParams({ year: String(filter.year) });
  if (filter.asOf) query.set("asOf", new Date(filter.asOf.getTime() - 1).toISOString().slice(0, 10));
  for (const dimension of dimensions) {
    const value = dimension in change ? change[dimension] : filter.parts[dimension];
    if (value) query.set(dimension, value);
  }
  for (const [name, value] of Object.entries(extra)) query.set(name, value);
  return query.toString();
}
