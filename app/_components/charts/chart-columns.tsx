import type { ReactNode } from "react";

/**
 * Charts of unequal height beside each other without holes; they are read down the first column, then down the second.
 * On paper they stand in pairs: columns that run over several sheets lose what does not fit.
 */
export function ChartColumns({ children }: { children: ReactNode }) {
  return <div className="-mb-5 gap-5 *:mb-5 *:break-inside-avoid lg:columns-2 print:mb-0 print:grid print:columns-auto print:grid-cols-2 print:items-start print:gap-3 print:*:mb-0">{children}</div>;
}
