import type { ReactNode } from "react";

/** Why nothing is here, and what can be done. */
export function EmptyState({ sentence, children }: { sentence: ReactNode; children?: ReactNode }) {
  return (
    <div className="grid justify-items-start gap-4 border-y border-dashed border-line-strong px-1 py-8">
      <p className="max-w-[34em] text-ui text-ink-2">{sentence}</p>
      {children ? <div className="flex flex-wrap gap-3">{children}</div> : null}
    </div>
  );
}
