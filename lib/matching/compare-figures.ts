import { AT_LEAST, AT_MOST, UNTIL } from "@/lib/matching/data/bounds";
import type { PublicFigure } from "@/lib/listings/public-figures";

/** A figure a need asks for and what an achievement says of the same thing, as both wrote it. */
export interface ComparedFigure { name: string; comparator: "ge" | "le" | "eq"; asked: string; offered: string; unit: string }

/** So many are said; a longer list is read on the two records. */
const MOST = 6;

/** Compared without spaces, brackets and width; what makes another quantity stays: below and above zero, 1.5 and 15, 4-8 and 48. */
const bare = (text: string): string => text.normalize("NFKC").toLowerCase().replaceAll("\u2212", "-").replace(/[\s()[\]\u300a\u300b\u3010\u3011]/gu, "");
/** Units keep their signs: per second is not second. Small letters and capitals differ: mW is not MW. */
const bareUnit = (text: string): string => text.normalize("NFKC").replace(/[\s·*()]/gu, "").replace(/μ/gu, "µ").normalize("NFKC").replace(/^[-—/]+$/u, "");

const NUMBER = "[-−]?\\d+(?:\\.\\d+)?";
const SAID = new RegExp(`^(${[...AT_LEAST, ...AT_MOST].join("|")})?(${NUMBER})(?:[${UNTIL.join("")}](${NUMBER}))?$`, "u");

/**
 * The values a text may stand for: 95, 9–12, ≥98, 0.5 % where the unit is %. Null where it says anything else besides, because half of a
 * value that was understood is worse than none: ten to the fifth is not 105.
 */
function spanOf(text: string, unit: string): { from: number; to: number } | null {
  if (/[\u00b2\u00b3\u00b9\u2070-\u207f]/u.test(text)) return null;
  const plain = text.normalize("NFKC").replace(/\s/gu, "").replace(/(?<=\d),(?=\d{3}(?!\d))/gu, "");
  const at = bareUnit(plain), own = unit && at.endsWith(unit) && /\d$/u.test(at.slice(0, -unit.length)) ? at.slice(0, -unit.length) : plain;
  const [, sign = "", first, last] = SAID.exec(own) ?? [];
  if (first === undefined) return null;
  const number = (digits: string) => Number(digits.replace("−", "-"));
  const from = number(first), to = last === undefined ? from : number(last);
  if (last !== undefined) return sign === "" && from <= to ? { from, to } : null;
  if (sign === "") return { from, to };
  return AT_LEAST.includes(sign) ? { from, to: Infinity } : { from: -Infinity, to };
}

/** Kept or missed, whatever of its span the offered value is; null where it depends on that. */
function isKept(comparator: ComparedFigure["comparator"], asked: number, { from, to }: { from: number; to: number }): boolean | null {
  const certain = (every: boolean, none: boolean): boolean | null => (every ? true : none ? false : null);
  if (comparator === "ge") return certain(from >= asked, to < asked);
  if (comparator === "le") return certain(to <= asked, from > asked);
  return certain(from === asked && to === asked, asked < from || asked > to);
}

/**
 * A need's figures beside an achievement's: those of the same name and unit whose numbers can be compared. Names must be the same,
 * not alike: the error of a forecast for 4 hours is not that for 24.
 */
export function compareFigures(asked: readonly PublicFigure[], offered: readonly PublicFigure[]): { kept: ComparedFigure[]; missed: ComparedFigure[] } {
  const kept: ComparedFigure[] = [], missed: ComparedFigure[] = [];
  for (const { name, comparator, value, unit } of asked) {
    if (!comparator || comparator === "text" || !bare(name)) continue;
    const same = offered.find((one) => bare(one.name) === bare(name) && bareUnit(one.unit) === bareUnit(unit));
    const target = spanOf(value, bareUnit(unit)), span = same && spanOf(same.value, bareUnit(unit));
    if (!same || !span || !target || target.from !== target.to) continue;
    const figure = { name: name.trim(), comparator, asked: value.trim(), offered: same.value.trim(), unit: unit.trim() }, is = isKept(comparator, target.from, span);
    if (is !== null) (is ? kept : missed).push(figure);
  }
  return { kept: kept.slice(0, MOST), missed: missed.slice(0, MOST) };
}
