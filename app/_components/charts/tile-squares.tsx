"use client";


/** `step` is the shade, 0 for none; null where nothing was reported. */
export type TileWords = { key: string; label: string; value: string; step: number | null; place: readonly [column: number, row: number]; href?: string; spoken?: string };

/** What `TileDistricts` draws. */
export function TileSquares({ tiles }: { tiles: readonly TileWords[] }) {
  return (
    <ul className="grid max-w-xl grid-cols-6 gap-1 text-note no-autospace">
      {tiles.map(({ key, label, value, step, place, href, spoken }) => {
        const look = `grid aspect-square content-center justify-items-center gap-0.5 rounded-chip border border-line p-0.5 text-center leading-tight hover:no-underline hover:outline-2 hover:outline-ink ${step === null ? "hatch" : ""}`;
        const style = step ? { background: `var(--seq-${step})`, color: `var(--on-seq-${step})` } : { color: "var(--ink)" };
        const inner = (
          <>
            <span className={step === null ? "bg-surface px-1" : undefined}>{label}</span>
            <span className={step === null ? "bg-surface px-1" : "font-semibold"}>{value}</span>
          </>
        );
        return (
          <li key={key} style={{ gridColumn: place[0], gridRow: place[1] }}>
            {href ? <a href={href} aria-label={spoken} className={look} style={style}>{inner}</a> : <div className={look} style={style}>{inner}</div>}
          </li>
        );
      })}
    </ul>
  );
}
