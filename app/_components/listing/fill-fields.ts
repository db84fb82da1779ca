import type { ListingKind } from "@/lib/listings/states";

/** The boxes that a reading may be taken into, by kind. */
const fillable: Record<ListingKind, readonly string[]> = {
  achievement: ["maturity", "modes[]", "districtCode", "priceKind", "price"],
  need: ["deadline", "modes[]", "districtCode", "budgetKind", "budgetMin", "budgetMax"],
};

/** A box nobody has said anything in: of money "negotiable" is what stands there from the beginning. */
const isUnsaid = (form: FormData, name: string): boolean => form.getAll(name).every((value) => typeof value === "string" && (value.trim() === "" || value === "negotiable"));

/**
 * What was read out of the text goes into its boxes (`_fill`: an address's query, "budgetKind=range&budgetMax=300"): into all of them or, where anything has
 * been typed meanwhile or is none of these boxes, into none.
 */
export function fillFields(kind: ListingKind, form: FormData): boolean {
  const filled = [...new URLSearchParams(String(form.get("_fill") ?? ""))];
  if (filled.length === 0 || !filled.every(([name]) => fillable[kind].includes(name) && isUnsaid(form, name))) return false;
  for (const name of new Set(filled.map(([one]) => one))) form.delete(name);
  for (const [name, value] of filled) form.append(name, value);
  return true;
}
