import type { ReactNode } from "react";

/** Charts of unequal height beside each other without holes; they are read down the first column, then down the second. */
export function ChartColumns({ children }: { children: ReactNode }) {
  return <div className="-mb-5 gap-5 *:mb-5 *:break-inside-avoid lg:columns-2 print:columns-2">{children}</div>;
}
