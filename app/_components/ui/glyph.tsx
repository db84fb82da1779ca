const shapes = {
  check: "M20 6 9 17l-5-5",
  cross: "M18 6 6 18M6 6l12 12",
  plus: "M5 12h14M12 5v14",
  up: "m5 12 7-7 7 7M12 19V5",
  down: "M12 5v14m7-7-7 7-7-7",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  remove: "M3 6h18M8 6V4h8v2m3 0-1 14H6L5 6",
  open: "m6 9 6 6 6-6",
  next: "m9 6 6 6-6 6",
  previous: "m15 6-6 6 6 6",
  search: "m21 21-4.3-4.3M11 18a7 7 0 1 1 0-14 7 7 0 0 1 0 14",
  info: "M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18M12 11v5M12 8h.01",
  warn: "M12 3 2 20h20zM12 10v4M12 17h.01",
  bad: "M8 3h8l5 5v8l-5 5H8l-5-5V8zM12 8v5M12 16h.01",
  hold: "M6 3h12M6 21h12M7 3c0 5 4 6 4 9s-4 4-4 9M17 3c0 5-4 6-4 9s4 4 4 9",
  print: "M6 9V3h12v6M6 18H3V9h18v9h-3M6 14h12v7H6z",
} as const;

export type GlyphName = keyof typeof shapes;

/** The few signs that client components need; one path each, so that they weigh almost nothing. Always beside a word or a label. */
export function Glyph({ name, className }: { name: GlyphName; className?: string }) {
  return <svg viewBox="0 0 24 24" aria-hidden className={className ? `icon ${className}` : "icon"}><path d={shapes[name]} /></svg>;
}
