import { useTranslations } from "next-intl";
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

/** Grey blocks in the final layout, no shimmer. For `loading.tsx`. */
export function Skeleton({ lines = 6 }: { lines?: number }) {
  const t = useTranslations("ui");
  return (
    <div aria-busy="true" className="grid gap-4 py-6">
      <p role="status" className="sr-only">{t("loading")}</p>
      <span className="h-9 w-2/5 rounded-chip bg-sunken" />
      {Array.from({ length: lines }, (_, n) => <span key={n} className={`h-5 rounded-chip bg-sunken ${n % 3 === 2 ? "w-3/5" : "w-full"}`} />)}
    </div>
  );
}
