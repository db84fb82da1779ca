import type { ReactNode } from "react";

export type Part = {
  label: string;
  /** 0–1; null when one side did not say. */
  share: number | null;
  /** The reason in words: it must say it all, the bar only helps the eye. */
  words: ReactNode;
};

/** Parts of a match on tracks of equal length (C8). */
export function PartBars({ parts }: { parts: readonly Part[] }) {
  return (
    <dl className="grid content-start grid-cols-[auto_minmax(3.5rem,7rem)_1fr] items-center gap-x-3 gap-y-1.5 text-dense">
      {parts.map((part) => (
        <div key={part.label} className="contents">
          <dt className="font-normal text-ink-2">{part.label}</dt>
          <dd aria-hidden>
            <svg width="100%" height="0.5rem" className="block">
              <rect width="100%" height="100%" fill="var(--sunken)" stroke="var(--line-strong)" strokeDasharray={part.share === null ? "3 3" : undefined} />
              {part.share === null ? null : <rect width={`${Math.round(Math.min(1, Math.max(0, part.share)) * 100)}%`} height="100%" fill="var(--accent)" />}
            </svg>
          </dd>
          <dd className={part.share === null ? "text-ink-3" : ""}>{part.words}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Progress of a long job or of required fields; `words` say the same. */
export function Meter({ value, max, label, words }: { value: number; max: number; label: string; words?: ReactNode }) {
  return (
    <div className="grid gap-1">
      <svg role="img" aria-label={label} width="100%" height="0.5rem" className="block">
        <rect width="100%" height="100%" fill="var(--sunken)" stroke="var(--line-strong)" />
        <rect width={`${max > 0 ? Math.min(100, (value / max) * 100) : 0}%`} height="100%" fill="var(--accent)" />
      </svg>
      {words ? <p className="text-note text-ink-2">{words}</p> : null}
    </div>
  );
}
