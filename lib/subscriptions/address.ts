import { readSearch, type Params, type SearchAddress } from "@/lib/search/address";

/** What makes a search; page, size and order are how one looks at it. */
const kept = ["q", "kind", "industry", "field", "direction", "district", "modes", "ipKinds", "organisationId", "maturityMin", "maturityMax", "priceMin", "priceMax", "budgetMin", "budgetMax", "asTyped"] as const;

export function paramsOf(query: string): Params {
  const params: Params = {};
  const given = new URLSearchParams(query);
  for (const name of new Set(given.keys())) params[name] = given.getAll(name);
  return params;
}

/** The search that an address holds, in one order and without what does not belong to it: the same search is the same text. */
export function searchOf(params: Params): string {
  const clean = new URLSearchParams();
  for (const name of kept) {
    const value = params[name];
    const all = [...new Set((Array.isArray(value) ? value : value ? [value] : []).map((one) => one.replace(/\s+/g, " ").trim()).filter(Boolean))].sort();
    for (const one of name === "q" ? all.slice(0, 1) : all) clean.append(name, one);
  }
  // Without a query there is nothing that could have been corrected.
  if (!clean.has("q")) clean.delete("asTyped");
  return clean.toString();
}

/** A search for everything, or for everything of one kind, is none. */
export function isSearch(query: string): boolean {
  return !["", "kind=need", "kind=achievement"].includes(query);
}

export function addressOf(query: string): SearchAddress {
  return readSearch(paramsOf(query));
}
