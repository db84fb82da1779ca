import { draw } from "./markup";

type Look = { share: number; color?: string | undefined; outline?: string | undefined };

/** One bar on a common scale, as markup; drawn as SVG because backgrounds are not printed. */
export function barMarkup({ share, color = "var(--accent)", outline }: Look): string {
  const width = `${Math.max(0, Math.min(1, share)) * 100}%`;
  return draw("svg", { "aria-hidden": "true", width: "100%", height: "0.875rem", class: "block" },
    draw("rect", { width, height: "100%", fill: color, stroke: outline }), draw("line", { x1: 0, x2: 0, y1: 0, y2: "100%", stroke: "var(--line-strong)", "stroke-width": 2 }));
}

export function Bar(look: Look) {
  return <span className="block" dangerouslySetInnerHTML={{ __html: barMarkup(look) }} />;
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
