import type { FieldProblem } from "@/lib/core/errors";
import { lengthOf } from "@/lib/core/typed-text";

export type Problems = Record<string, FieldProblem>;
export type Section = { key: string; fields: readonly string[]; required: readonly string[] };
export type SectionState = { key: string; state: "done" | "missing" | "empty" | "wrong"; missing: number };

/** The most characters of a submission; a draft keeps far more (`input.ts`). */
export const longest = { line: 500, text: 20_000, entry: 200 } as const;
/** The most entries of a list of short texts. */
const MOST_ENTRIES = 50;
export const MOST_KEYWORDS = 8;

export function lengthProblem(value: string, { min = 1, max }: { min?: number; max: number }): FieldProblem | null {
  const is = lengthOf(value.trim());
  if (is === 0) return { code: "required" };
  if (is > max) return { code: "too_long", values: { max, is, over: is - max } };
  return is < min ? { code: "too_short", values: { min, is, missing: min - is } } : null;
}

/** What may be left empty, but not be too long. */
export function tooLong(value: string | null, max: number): FieldProblem | null {
  return value ? lengthProblem(value, { min: 0, max }) : null;
}

export function entriesProblem(entries: readonly string[], most = MOST_ENTRIES): FieldProblem | null {
  if (entries.length > most) return { code: "too_many", values: { max: most, is: entries.length } };
  const is = Math.max(0, ...entries.map(lengthOf));
  return is > longest.entry ? { code: "entry_too_long", values: { max: longest.entry, is, over: is - longest.entry } } : null;
}

/** The boxes of repeated rows that say too much, by path ("ip.0.number"). */
export function rowProblems(group: string, rows: readonly Record<string, string | undefined>[]): Problems {
  return Object.fromEntries(rows.flatMap((row, i) => Object.entries(row).flatMap(([column, value]) => {
    const found = tooLong(value ?? null, longest.line);
    return found ? [[`${group}.${i}.${column}`, found]] : [];
  })));
}

const missingCodes = new Set(["required", "choose", "too_few", "need_row"]);

/** What was filled and does not hold: it is said beside the field at once, unlike what is still to be filled. */
export function wrongOnes(problems: Problems): Problems {
  return Object.fromEntries(Object.entries(problems).filter(([, { code }]) => !missingCodes.has(code)));
}

/**
 * The state of each section: `wrong` when something filled does not hold, `missing` when required items are open,
 * `empty` when nothing of it is filled yet, required or not, else `done`. A problem of "ip.0.number" belongs to the field "ip".
 */
export function sectionStates(sections: readonly Section[], problems: Problems, filled: (field: string) => boolean): SectionState[] {
  return sections.map(({ key, fields }) => {
    const mine = Object.entries(problems).filter(([path]) => fields.includes(path.split(".")[0] ?? ""));
    const missing = mine.filter(([, p]) => missingCodes.has(p.code)).length;
    if (mine.length > missing) return { key, state: "wrong", missing };
    if (missing > 0) return { key, state: fields.some(filled) ? "missing" : "empty", missing };
    return { key, state: fields.some(filled) ? "done" : "empty", missing: 0 };
  });
}

/** How many of the required items are in order. */
export function requiredCount(sections: readonly Section[], problems: Problems): { done: number; total: number } {
  const required = sections.flatMap((section) => section.required);
  const open = new Set(Object.keys(problems).map((path) => path.split(".")[0]));
  return { done: required.filter((field) => !open.has(field)).length, total: required.length };
}

/** What both kinds need before a submission (domain A7). */
export function statementProblems(statement: { secrecyReviewedBy: string | null; secrecyReviewedOn: string | null; exportControl: string | null }, today: string): Problems {
  const problems: Problems = {};
  const by = lengthProblem(statement.secrecyReviewedBy ?? "", { max: longest.line });
  if (by) problems.secrecyReviewedBy = by;
  if (!statement.secrecyReviewedOn) problems.secrecyReviewedOn = { code: "required" };
  else if (statement.secrecyReviewedOn > today) problems.secrecyReviewedOn = { code: "date_future" };
  if (!statement.exportControl) problems.exportControl = { code: "choose" };
  return problems;
}

/** The fields that differ between two versions; without an earlier one every field counts as new. */
export function changedFields(before: Record<string, unknown> | null, after: Record<string, unknown>): string[] {
  return Object.keys(after).filter((field) => !before || JSON.stringify(sorted(before[field])) !== JSON.stringify(sorted(after[field])));
}

/** jsonb does not keep the order of keys. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!value || typeof value !== "object") return value ?? null;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}
