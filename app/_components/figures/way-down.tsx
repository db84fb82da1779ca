import type { ReactNode } from "react";
import type { Cell } from "@/app/_components/charts/pack-table";
import { filterQuery, type Condition, type Filter } from "@/lib/indicators/filter";

/**
 * Address of the contracts behind a figure. Chinese in it stays as it is read: a browser writes it as an address by itself, and
 * written out, the names of institutions were a tenth of the cockpit. What has a meaning in an address stays written out.
 */
export function contractsHref(filter: Filter, change: Partial<Record<Condition, string | null>> = {}): string {
  return `/cockpit/contracts?${filterQuery(filter, change)}`.replace(/(?:%[89A-F][0-9A-F])+/g, decodeURIComponent);
}

type Props = { filter: Filter; change?: Partial<Record<Condition, string | null>>; linked: boolean; children: ReactNode };

/** A figure that leads down to its contracts (bureau), or the bare figure (public). */
export function WayDown({ filter, change, linked, children }: Props) {
  return linked ? <a href={contractsHref(filter, change)} className="underline decoration-1 underline-offset-4">{children}</a> : children;
}

/** The same in the table of a drawing. */
export function cellDown(filter: Filter, linked: boolean, change: Props["change"], text: string): Cell {
  return linked ? { text, href: contractsHref(filter, change) } : text;
}
