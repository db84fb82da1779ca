import { formatCount } from "@/lib/core/figures";
import { SizeRows } from "./size-rows";

export type SizeClass = { key: string; label: string; count: number; amount: number; href?: string; spoken?: string };

type Props = { rows: readonly SizeClass[]; heads: { label: string; count: string; amount: string }; format: (amount: number) => string };

/** C10: few large or many small? Bars of number beside bars of amount, each on its own scale, in the order of size. */
export function SizeClasses({ rows, heads, format }: Props) {
  const counts = Math.max(1, ...rows.map((row) => row.count));
  const amounts = Math.max(1e-9, ...rows.map((row) => row.amount));
  return <SizeRows heads={heads} rows={rows.map(({ key: _, count, amount, ...row }) => ({ ...row, count: formatCount(count), countBar: count / counts, amount: format(amount), amountBar: amount / amounts }))} />;
}
