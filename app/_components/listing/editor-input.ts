import { formToObject } from "@/app/_server/form-data";
import { readAchievementForm } from "@/lib/achievements/input";
import type { FieldProblem } from "@/lib/core/errors";
import type { ListingKind } from "@/lib/listings/states";
import { readNeedForm } from "@/lib/needs/input";

type Parts = { content: Record<string, unknown>; statement: Record<string, unknown> | undefined; problems: Record<string, FieldProblem> };

/** What was typed, apart from the statement. */
export function typedParts(kind: ListingKind, form: FormData): Parts {
  const { statement, ...typed } = formToObject(form);
  return { ...(kind === "achievement" ? readAchievementForm(typed) : readNeedForm(typed)), statement: statement as Record<string, unknown> | undefined };
}

/** Fields that are shown as one. */
const together: Record<string, string[]> = {
  fieldCode: ["industryCode", "fieldCode", "directionCode"],
  price: ["priceKind", "priceFen"],
  budget: ["budgetKind", "budgetMinFen", "budgetMaxFen"],
};

/**
 * Reads the editor's form for `edit`. Where another's text was chosen (`_take.<field>`), ours is left out, so theirs stays.
 * @returns beside the input what is wrong with it; `unread` are the boxes whose text is saved nowhere, because it is no amount and no day
 */
export function editorInput(kind: ListingKind, form: FormData): { input: Record<string, unknown>; problems: Record<string, FieldProblem>; unread: string[] } {
  const { content, statement, problems } = typedParts(kind, form);
  const left = [...form].filter(([name, value]) => name.startsWith("_take.") && value === "theirs").flatMap(([name]) => together[name.slice(6)] ?? [name.slice(6)]);
  const unread = Object.keys(problems).filter((name) => !(name in content || `${name}Fen` in content));
  const kept = (all: Record<string, unknown>) => Object.fromEntries(Object.entries(all).filter(([name]) => !left.includes(name)));
  return { input: { listingId: form.get("_listing"), lock: form.get("_lock"), session: form.get("_session"), content: kept(content), statement: statement && kept(statement) }, problems, unread };
}
