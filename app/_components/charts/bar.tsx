/** One bar on a common scale; drawn as SVG because backgrounds are not printed. */
export function Bar({ share, color = "var(--accent)", outline, height = "0.875rem" }: { share: number; color?: string; outline?: string; height?: string }) {
  const width = `${Math.max(0, Math.min(1, share)) * 100}%`;
  return (
    <svg aria-hidden width="100%" height={height} className="block">
      <rect width={width} height="100%" fill={color} stroke={outline} />
      <line x1="0" x2="0" y1="0" y2="100%" stroke="var(--line-strong)" strokeWidth="2" />
    </svg>
  );
}

/** The five contract types keep their colour in every chart; everything else is grey with an outline. */
export const categoryColor: Record<string, { color: string; outline?: string }> = {
  development: { color: "var(--chart-1)" },
  service: { color: "var(--chart-2)" },
  transfer: { color: "var(--chart-3)" },
  license: { color: "var(--chart-4)" },
  consulting: { color: "var(--chart-5)" },
  other: { color: "var(--chart-other)", outline: "var(--chart-other-line)" },
};
