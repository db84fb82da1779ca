import { formToObject } from "@/app/_server/form-data";
import { readAchievementForm } from "@/lib/achievements/input";
import type { FieldProblem } from "@/lib/core/errors";
import type { ListingKind } from "@/lib/listings/states";
import { readNeedForm } from "@/lib/needs/input";

/** Reads the editor's form for `edit`. Rows are called `ip[0].number` there and `ip.0.number` in the act's input. */
export function editorInput(kind: ListingKind, form: FormData): { input: Record<string, unknown>; problems: Record<string, FieldProblem> } {
  const renamed = new FormData();
  for (const [name, value] of form) renamed.append(name.replace(/\[(\d+)\]\./, ".$1."), value);
  const { statement, ...typed } = formToObject(renamed);
  const { content, problems } = kind === "achievement" ? readAchievementForm(typed) : readNeedForm(typed);
  return { input: { listingId: form.get("_listing"), lock: form.get("_lock"), session: form.get("_session"), content, statement }, problems };
}
