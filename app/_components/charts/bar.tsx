import { barMarkup } from "./row";

export function Bar({ share }: { share: number }) {
  return <span className="block" dangerouslySetInnerHTML={{ __html: barMarkup({ share }) }} />;
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
