/** The hatching of what is unknown or missing; `id` from useId of the drawing. */
export function HatchPattern({ id, color = "var(--line-strong)" }: { id: string; color?: string }) {
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line x1="0" x2="0" y1="0" y2="6" stroke={color} strokeWidth="1.5" />
      </pattern>
    </defs>
  );
}
