import type { ReadFigure } from "@/db/schema";
import { FIGURE_VERBS, UNITS } from "./data/cues";

const escaped = (word: string) => word.replace(/[/.*+?^${}()|[\]\\]/g, "\\$&");
const unit = [...UNITS].sort((a, b) => b.length - a.length).map(escaped).join("|");
const number = "[-\u2212]?\\d+(?:\\.\\d+)?(?:\\s*[-~\u2013\u2014\u81f3\u5230]\\s*\\d+(?:\\.\\d+)?)?";
// A Latin unit ends where its word ends: 5G is no figure, 5g is one.
const figure = new RegExp(`(?<![\\dA-Za-z.])(${number})\\s*(${unit})(?![A-Za-z0-9])`, "gu");
const verbs = [...FIGURE_VERBS].sort((a, b) => b.length - a.length);
/** A letter followed by a digit, or a digit by a letter, is a grade or a model: Q345B, SiC-8, 5G. */
const grade = /(?<![\w.])(?=[A-Za-z0-9-]*[A-Za-z])(?=[A-Za-z0-9-]*\d)[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*(?![\w])/gu;

/** Figures with their units and, where it stands before them, the name of what was measured. At most `many`, each once. */
export function figuresOf(text: string, many = 12): ReadFigure[] {
  const plain = text.normalize("NFKC");
  const found = new Map<string, ReadFigure>();
  for (const match of plain.matchAll(figure)) {
    const [, value = "", written = ""] = match;
    const before = plain.slice(Math.max(0, match.index - 24), match.index);
    if (isDate(value, written, before)) continue;
    const name = nameBefore(before.replace(figure, " "));
    const key = `${name}|${value}|${written}`;
    if (!found.has(key)) found.set(key, { name, value: value.replace(/\s+/gu, ""), unit: written });
    if (found.size === many) break;
  }
  return [...found.values()];
}

/** A calendar year and the day of a date measure nothing: 2026年12月31日. */
function isDate(value: string, written: string, before: string): boolean {
  return written === "\u5e74" ? /^(?:19|20)\d\d(?:\D|$)/u.test(value) : written === "\u65e5" && /\u6708\s*$/u.test(before);
}

/** Does a text hold any measured figure? */
export function hasFigure(text: string): boolean {
  return figuresOf(text, 1).length > 0 || /\u767e\u5206\u4e4b|[\u4e00\u4e8c\u4e24\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341\u767e\u5343\u4e07]+(?:\u6210|\u500d|\u5ea6|\u5929|\u5c0f\u65f6|\u5428|\u516c\u65a4|\u5143)/u.test(text);
}

function nameBefore(text: string): string {
  let name = /[\p{Script=Han}A-Za-z]+[\s\u2265\u2264<>=:\uFF1A\u4e3a]*$/u.exec(text)?.[0].replace(/[\s\u2265\u2264<>=:\uFF1A]+$/u, "") ?? "";
  for (let again = true; again;) {
    again = false;
    for (const verb of verbs) if (name.endsWith(verb)) { name = name.slice(0, -verb.length); again = true; break; }
  }
  // A name begins where its noun does; what leads to it is cut off.
  const noun = name.split(/[\u7684\u540e\u4e2d\u65f6\u6bcf\u628a\u4f7f\u8ba9\u5c06]/u).at(-1) || name;
  return noun.length > 10 ? noun.slice(-8) : noun;
}

/** Grades and models, kept whole: Q345B, 660MW stays a figure. */
export function gradesOf(text: string, many = 8): string[] {
  const plain = text.normalize("NFKC");
  // Of a range the upper end stands by itself, too: 8~15t is no model 15t.
  const figures = new Set([...plain.matchAll(figure)].map((match) => match[0].replace(/\s+/gu, "")).flatMap((whole) => [whole, whole.replace(/^.*[-~\u2013\u2014\u81f3\u5230]/u, "")]));
  return [...new Set([...plain.matchAll(grade)].map(([word]) => word))].filter((word) => word.length <= 20 && !figures.has(word) && !/^ZL/iu.test(word)).slice(0, many);
}
