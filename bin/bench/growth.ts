import { word, type Figure } from "./figures";

/** Growth is told from this size on, by these steps up to what was asked for. */
const STEPS = [10_000, 100_000, 300_000];
const MILLION = 1_000_000;
/** From the first step to the second; further ones are told beside them. */
const LIMITS: Record<string, number> = { "search p95": 1.2, "match p95": 1.5 };

/** The sizes at which a run measures; a small trial begins at a tenth of its size. */
export const sizesUpTo = (size: number): number[] => [...(size <= STEPS[0]! ? [Math.floor(size / 10)] : STEPS.filter((step) => step < size)), size];

export interface Measured { size: number; figures: Figure[] }

/** How many times the times grow between sizes, ours against the engine's own, and what that makes of a million records. */
export function measureGrowth(measured: readonly Measured[]): Figure[] {
  const first = measured[0]!, last = measured.at(-1)!;
  return Object.entries(LIMITS).flatMap(([name, limit]) => {
    const at = ({ figures }: Measured) => figures.find((one) => one.name === name)!;
    const grown = measured.slice(1).map((one): Figure => {
      const ours = at(one).ours / at(first).ours, reference = at(one).reference / at(first).reference, ratio = ours / reference;
      return { name: `growth of ${name}`, ours, reference, ratio, unit: "times", note: `from ${first.size} to ${one.size} records${one.size === STEPS[1] ? `; at most ${limit} ×: ${word(ratio <= limit)}` : ""}` };
    });
    // Times follow a power of the size between the two largest measured sizes; so they are carried on.
    const before = measured.at(-2)!;
    const carried = (side: "ours" | "reference") => {
      const power = Math.log(at(last)[side] / at(before)[side]) / Math.log(last.size / before.size);
      return at(last)[side] * (MILLION / last.size) ** power;
    };
    const ours = carried("ours"), reference = carried("reference");
    return [...grown, { name: `${name} at 1,000,000`, ours, reference, ratio: ours / reference, unit: "ms", note: `not measured: carried on from ${before.size} and ${last.size} records` }];
  });
}
