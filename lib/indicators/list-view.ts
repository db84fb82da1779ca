import { firstCharacters, storable } from "@/lib/core/typed-text";

/** How the list behind a figure is looked through: by a search and in an order. Beside the filter in the address, and no part of it: a figure is cut by neither. */
export const orders = ["amount", "amount-up", "date", "date-up", "title", "title-down"] as const;
export type Order = (typeof orders)[number];
export type ListView = { q: string | null; order: Order };

/** What stands above the list when nobody asked for another: the largest first. */
export const usualOrder: Order = "amount";
const longestSearch = 100;

type Given = string | string[] | undefined;
const first = (given: Given): string | undefined => (Array.isArray(given) ? given[0] : given);

/** Reads it out of an address; whatever is unusable is left out. */
export function readListView(params: { q?: Given; sort?: Given }): ListView {
  const q = firstCharacters(storable(first(params.q) ?? "").trim(), longestSearch) || null;
  return { q, order: orders.find((one) => one === first(params.sort)) ?? usualOrder };
}

/** The same as parameters of an address; what is usual is left out. */
export function listViewQuery({ q, order }: ListView): Record<string, string> {
  return { ...(q ? { q } : {}), ...(order === usualOrder ? {} : { sort: order }) };
}

/** What a column's head asks for: first its own way, then the other way round. */
export function turned(order: Order, column: "amount" | "date" | "title"): Order {
  const other = column === "title" ? "title-down" : `${column}-up` as const;
  return order === column ? other : column;
}

/** How a column is sorted now, as it is told to a reader of the table. */
export function sortedNow(order: Order, column: "amount" | "date" | "title"): "ascending" | "descending" | undefined {
  if (order !== column && !order.startsWith(`${column}-`)) return undefined;
  return order === "title" || order.endsWith("-up") ? "ascending" : "descending";
}
