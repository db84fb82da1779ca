import type { ReactNode } from "react";

type Props = { columns: string; href?: string | undefined; spoken?: string | undefined; children: ReactNode };

/** One line of a chart that is read like a list; where it leads down, the whole line is the way. */
export function ChartRow({ columns, href, spoken, children }: Props) {
  const look = `${columns} min-h-9 border-t border-line py-1.5 text-ink`;
  return <li>{href ? <a href={href} aria-label={spoken} className={`${look} hover:bg-sunken hover:text-ink hover:no-underline`}>{children}</a> : <div className={look}>{children}</div>}</li>;
}
