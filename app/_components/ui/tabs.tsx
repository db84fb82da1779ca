"use client";

import Link from "@/app/_components/ui/link";
import { formatCount } from "@/lib/core/figures";

export type TabItem = { label: string; href: string; current?: boolean; count?: number | undefined };

/** Tabs are links, because each has an address. At most eight; on phones they scroll sideways. */
export function Tabs({ label, items }: { label: string; items: readonly TabItem[] }) {
  return (
    <nav aria-label={label} className="overflow-x-auto border-b border-line">
      <ul className="flex gap-1">
        {items.map((item) => (
          <li key={item.href} className="shrink-0">
            <Link href={item.href} aria-current={item.current ? "page" : undefined} className="tab">
              {item.label}
              {item.count === undefined ? null : <span>{formatCount(item.count)}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
