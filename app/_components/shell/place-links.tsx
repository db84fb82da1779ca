"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

export type PlaceItem = { label: string; href: string; icon?: ReactNode; count?: number; countWords?: string; exact?: boolean };

const looks = {
  top: "inline-flex min-h-11 items-center px-3 text-ui text-ink border-b-3 border-transparent hover:no-underline hover:border-line-strong aria-[current]:font-semibold aria-[current]:text-accent aria-[current]:border-accent",
  sheet: "flex min-h-11 items-center text-lead text-ink aria-[current]:font-semibold aria-[current]:text-accent",
  side: "flex min-h-10 items-center gap-2.5 rounded-control px-3 text-dense text-ink-2 hover:bg-sunken hover:no-underline hover:text-ink aria-[current]:bg-accent-soft aria-[current]:font-semibold aria-[current]:text-accent md:max-xl:flex-col md:max-xl:justify-center md:max-xl:gap-0.5 md:max-xl:px-1 md:max-xl:py-2 md:max-xl:text-center md:max-xl:text-note md:max-xl:leading-tight",
  bar: "relative flex min-h-14 flex-col items-center justify-center text-note text-ink-2 hover:no-underline aria-[current]:font-semibold aria-[current]:text-accent",
} as const;

/** List items that know where one is; counts tell what waits for me, never totals. */
export function PlaceLinks({ items, look }: { items: readonly PlaceItem[]; look: keyof typeof looks }) {
  const path = usePathname();
  return items.map((item) => {
    const here = path === item.href || (!item.exact && item.href !== "/" && path.startsWith(`${item.href}/`));
    return (
      <li key={item.href} className={look === "bar" ? "flex-1" : ""}>
        <Link href={item.href} aria-current={here ? "page" : undefined} className={looks[look]}>
          {item.icon}
          <span className={look === "side" ? "flex-1" : ""}>{item.label}</span>
          {item.count ? (
            <span className={`rounded-chip bg-accent-soft px-1.5 text-note font-semibold text-accent ${look === "bar" ? "absolute top-0.5 left-1/2 ml-2.5" : ""}`} aria-label={item.countWords}>
              {item.count}
            </span>
          ) : null}
        </Link>
      </li>
    );
  });
}
