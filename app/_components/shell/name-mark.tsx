/** Two sides that fit: the achievement enters solid from the left, the need outlined from the right. Not below 20 px. */
export function Joint({ className = "size-9" }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden className={`shrink-0 text-accent ${className}`}>
      <path d="M2 4h17v7h-6v10h6v7H2z" fill="currentColor" />
      <path d="M30 4h-9v9h-6v6h6v9h9z" fill="none" stroke="currentColor" strokeWidth="2" />
    </svg>
  );
}

/** The name in two lines of nine characters each; with larger type on the narrowest phones it leaves room for search and menu beside it. */
export function NameMark({ lines }: { lines: readonly [string, string] }) {
  return (
    <span className="inline-flex items-center gap-2.5 large:max-[25rem]:gap-1.5">
      <Joint className="size-9 large:max-[25rem]:size-7" />
      <span className="grid text-[0.9375rem] large:max-[25rem]:text-[0.8rem] leading-[1.25] font-semibold whitespace-nowrap text-ink">
        <span>{lines[0]}</span>
        <span>{lines[1]}</span>
      </span>
    </span>
  );
}
