import { readFileSync } from "node:fs";
import path from "node:path";

/** As it is written, at the time it is asked for. */
export const styleSheet = () => readFileSync(path.join(process.cwd(), "app/globals.css"), "utf8");

/** Colours of the style sheet by name, for one look; a colour that stands for another is that one. */
export type Tokens = ReadonlyMap<string, string>;
export type Look = "light" | "dark" | "system" | "print";

/** Where each look is written: its own block of declarations over the light one. */
const blocks: Record<Look, RegExp[]> = {
  light: [/^:root \{\n\s+color-scheme: light;[^}]+\}/mu],
  dark: [/^\s+\[data-theme="dark"\] \{[^}]+\}/mu],
  system: [/^\s+\[data-theme="system"\] \{[^}]+\}/mu],
  print: [/^@media print \{[\s\S]*?:root \{[^}]+\}/mu],
};

/** @throws where the sheet is no longer written as this reads it: a test that finds nothing must not pass */
export function tokensOf(css: string, look: Look): Tokens {
  const told = new Map<string, string>();
  for (const pattern of look === "light" ? blocks.light : [...blocks.light, ...blocks[look]]) {
    const block = pattern.exec(css)?.[0];
    if (!block) throw new Error(`The style sheet has no colours for ${look}.`);
    for (const [, name = "", value = ""] of block.matchAll(/--([\w-]+):\s*([^;]+);/gu)) told.set(name, value.trim());
  }
  const colour = (value: string): string => { const other = /^var\(--([\w-]+)\)$/u.exec(value)?.[1]; return other ? colour(told.get(other) ?? "") : value; };
  return new Map([...told].map(([name, value]) => [name, colour(value)]));
}

/** Relative luminance of WCAG 2.2. */
function luminance(hex: string): number {
  const long = /^#[\da-f]{3}$/iu.test(hex) ? hex.replace(/[\da-f]/giu, "$&$&") : hex;
  if (!/^#[\da-f]{6}$/iu.test(long)) throw new Error(`${hex} is no opaque colour.`);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(long.slice(at, at + 2), 16) / 255).map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

export type Pair = { on: string; of: string; least: 3 | 4.5 };

const pairs = (least: Pair["least"], inks: readonly string[], grounds: readonly string[]): Pair[] => grounds.flatMap((on) => inks.map((of) => ({ on, of, least })));
const tones = ["mute", "ok", "warn", "bad", "hold"];
const softs = [...tones.map((tone) => `${tone}-soft`), "accent-soft"];

/** What stands on what (look 2.1): text needs 4.5; borders of controls, axes and marks of charts need 3. */
export const contrastPairs: readonly Pair[] = [
  ...pairs(4.5, ["ink", "ink-2", "ink-3", "accent", "accent-hover", "visited", "ok", "warn", "bad", "hold"], ["paper", "surface", "sunken"]),
  ...pairs(4.5, ["ink", "ink-3"], softs), ...tones.flatMap((tone) => pairs(4.5, [tone], [`${tone}-soft`])), ...pairs(4.5, ["accent"], ["accent-soft", "mark"]), ...pairs(4.5, ["ink"], ["mark"]),
  ...pairs(4.5, ["on-accent"], ["accent", "accent-hover", "accent-press"]), ...pairs(4.5, ["on-bad"], ["bad-solid"]),
  ...[1, 2, 3, 4, 5, 6, 7].flatMap((step) => pairs(4.5, [`on-seq-${step}`], [`seq-${step}`])),
  ...pairs(3, ["line-strong"], ["paper", "surface", "sunken"]), ...pairs(3, ["chart-1", "chart-2", "chart-3", "chart-4", "chart-5", "chart-other-line"], ["surface"]),
];

/** Every pair of a look with its ratio, as the two decimals that are published. */
export function ratiosOf(tokens: Tokens): (Pair & { ratio: number })[] {
  return contrastPairs.map((pair) => ({ ...pair, ratio: Math.floor(100 * contrast(tokens.get(pair.of) ?? "", tokens.get(pair.on) ?? "")) / 100 }));
}
