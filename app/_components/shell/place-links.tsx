"use client";

import Link from "@/app/_components/ui/link";
import { usePathname } from "next/navigation";

/**
 * `icon` is one of the shapes of `Icon`, which itself may not be imported here: it would bring all of them along.
 * `not`: what lies below it in the address but is a place of its own in the same list.
 */
export type PlaceItem = { label: string; href: string; icon?: string; count?: number; countWords?: string; exact?: boolean; not?: string };

/** In full, because Tailwind finds a class by its whole name. */
const looks = { top: "place-top", sheet: "place-sheet", side: "place-side", bar: "place-bar" } as const;

/** List items that know where one is; counts tell what waits for me, never totals. */
export function PlaceLinks({ items, look }: { items: readonly PlaceItem[]; look: keyof typeof looks }) {
  const path = usePathname();
  const within = (href: string) => path === href || path.startsWith(`${href}/`);
  return items.map((item) => {
    const here = path === item.href || (!item.exact && item.href !== "/" && within(item.href) && !(item.not && within(item.not)));
    return (
      <li key={item.href} className={look === "bar" ? "flex-1" : undefined}>
        <Link href={item.href} aria-current={here ? "page" : undefined} className={looks[look]}>
          {item.icon ? <IconShape shape={item.icon} /> : null}
          <span>{item.label}</span>
          {item.count ? (
            <span className={look === "bar" ? "place-count absolute top-0.5 left-1/2 ml-2.5" : "place-count"} aria-label={item.countWords}>{item.count}</span>
          ) : null}
        </Link>
      </li>
    );
  });
}

export function IconShape({ shape, className = "icon" }: { shape: string; className?: string }) {
  return <svg viewBox="0 0 24 24" className={className} aria-hidden dangerouslySetInnerHTML={{ __html: shape }} />;
}
