export type Ranges = readonly (readonly [number, number])[];

/** Text with the terms that were asked for marked; ranges are [start, end) in the text. */
export function Marked({ text, ranges }: { text: string; ranges?: Ranges | undefined }) {
  if (!ranges || ranges.length === 0) return text;
  const parts: React.ReactNode[] = [];
  let at = 0;
  for (const [start, end] of ranges) {
    if (start < at) continue;
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  parts.push(text.slice(at));
  return <>{parts}</>;
}
