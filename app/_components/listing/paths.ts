import type { ListingKind } from "@/lib/listings/states";

const folders = { achievement: "achievements", need: "needs" } as const;

export type DeskPage = "edit" | "check" | "submitted" | "preview";

/** Addresses of a record: its public page, its place in an organisation's list, its desk there. */
export function publicPath(kind: ListingKind, id: string): string {
  return `/${folders[kind]}/${id}`;
}

export function listPath(org: string, kind: ListingKind): string {
  return `/o/${org}/${folders[kind]}`;
}

export function deskPath(org: string, kind: ListingKind, id: string, page?: DeskPage): string {
  return `${listPath(org, kind)}/${id}${page ? `/${page}` : ""}`;
}
