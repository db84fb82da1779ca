import Link from "next/link";
import { formatCount } from "@/lib/core/figures";
import { Bar } from "./bar";

export type SizeClass = { key: string; label: string; count: number; amount: number; href?: string; spoken?: string };

type Props = { rows: readonly SizeClass[]; heads: { label: string; count: string; amount: string }; format: (amount: number) => string };

/** C10: few large or many small? Bars of number beside bars of amount, each on its own scale, in the order of size. */
export function SizeClasses({ rows, heads, format }: Props) {
  const counts = Math.max(1, ...rows.map((row) => row.count));
  const amounts = Math.max(1e-9, ...rows.map((row) => row.amount));
  const columns = "grid items-center gap-x-3 gap-y-0.5 grid-cols-[minmax(2rem,1fr)_3.5rem_minmax(2rem,1fr)_3.5rem] @md:grid-cols-[7rem_minmax(2rem,1fr)_3.5rem_minmax(2rem,1fr)_3.5rem]";
  return (
    <div role="group" className="text-dense no-autospace">
      <p aria-hidden className={`${columns} pb-1 text-note text-ink-3`}>
        <span className="hidden @md:block">{heads.label}</span>
        <span className="figures col-span-2">{heads.count}</span>
        <span className="figures col-span-2">{heads.amount}</span>
      </p>
      <ul>
        {rows.map((row) => {
          const inner = (
            <>
              <span className="col-span-full @md:col-span-1">{row.label}</span>
              <Bar share={row.count / counts} color="var(--ink-3)" />
              <span className="figures">{formatCount(row.count)}</span>
              <Bar share={row.amount / amounts} />
              <span className="figures font-semibold">{format(row.amount)}</span>
            </>
          );
          const look = `${columns} min-h-9 border-t border-line py-1.5 text-ink`;
          return (
            <li key={row.key}>
              {row.href ? <Link href={row.href} aria-label={row.spoken} className={`${look} hover:bg-sunken hover:text-ink hover:no-underline`}>{inner}</Link> : <div className={look}>{inner}</div>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
