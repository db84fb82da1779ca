import { getTranslations } from "next-intl/server";
import type { FieldProblem, KnownError } from "@/lib/core/errors";
import { inPageOrder } from "./form-data";

/**
 * One sentence per field. A field sends its own label beside its value (`_label.<name>`, `_choice.<name>` for
 * things one picks), so that the sentence names it as the form does. Common codes are worded in `codes.fieldErrors`,
 * those of a feature in `errors.field`.
 */
export async function wordFields(fields: Record<string, FieldProblem>, form: FormData): Promise<Record<string, string>> {
  const t = await getTranslations();
  const worded: Record<string, string> = {};
  for (const [path, problem] of inPageOrder(fields, form)) {
    const choice = labelOf(form, "_choice", path);
    // What one ticks is a sentence; inside another sentence it ends without its own full stop.
    const label = (choice ?? labelOf(form, "_label", path) ?? t("errors.field.this_one")).replace(/。$/u, "");
    const code = problem.code === "required" && choice !== null ? "choose" : problem.code;
    const key = [`errors.field.${code}`, `codes.fieldErrors.${code}`].find((k) => t.has(k as never)) ?? "errors.field.invalid";
    worded[path] = t(key as never, { field: label, ...problem.values } as never);
  }
  return worded;
}

function labelOf(form: FormData, prefix: string, path: string): string | null {
  for (const name of [path, `${path}[]`, path.replace(/\.\d+$/, ""), `${path.replace(/\.\d+$/, "")}[]`]) {
    const label = form.get(`${prefix}.${name}`);
    if (typeof label === "string" && label !== "") return label.slice(0, 60);
  }
  return null;
}

/** The sentence of a refused act: its own code in `errors.act`, otherwise that of its kind. */
export async function wordRefusal(error: KnownError): Promise<string> {
  const t = await getTranslations("errors.act");
  const kinds: Record<string, string> = { NotFound: "not_found", Forbidden: "forbidden", LimitReached: "limit_reached", Invalid: "invalid" };
  const code = t.has(error.code as never) ? error.code : (kinds[error.name] ?? "conflict");
  return t(code as never, error.values as never);
}
