import { getTranslations } from "next-intl/server";
import { wordFields } from "@/app/_server/word-problems";
import { Invalid, type FieldProblem } from "@/lib/core/errors";
import type { ListingKind } from "@/lib/listings/states";

const statementFields = ["secrecyReviewedBy", "secrecyReviewedOn", "exportControl"] as const;

/** The label of every field of a kind, as its form names it. */
export async function fieldLabels(kind: ListingKind): Promise<Record<string, string>> {
  const t = await getTranslations();
  const own = t.raw((kind === "achievement" ? "achievements.fields" : "needs.fields") as never) as Record<string, string>;
  return { ...own, ...Object.fromEntries(statementFields.map((field) => [field, t(`listings.statement.${field}`)])) };
}

/** What the check-up calls the field of a finding: attachments and the five elements are no fields of a form. */
export async function adviceLabels(kind: ListingKind): Promise<(path: string) => string> {
  const [labels, t] = [await fieldLabels(kind), await getTranslations("checkups")];
  return (path) => {
    const [field = ""] = path.split(".");
    return t.has(`field.${field}` as never) ? t(`field.${field}` as never) : (labels[field] ?? field);
  };
}

/** Names of the boxes of one field (the columns of repeated rows, the five elements), for sentences about one of them. */
async function columnLabels(kind: ListingKind): Promise<Record<string, string>> {
  const t = await getTranslations();
  const groups = kind === "achievement" ? { advantages: "achievements.advantage", completers: "achievements.completer", ip: "achievements.ipRow" } : { indicators: "needs.indicator", elements: "needs.elements" };
  return Object.fromEntries(Object.entries(groups).flatMap(([group, key]) => Object.entries(t.raw(key as never) as Record<string, string>).map(([column, label]) => [`${group}.${column}`, label])));
}

/** Problems as sentences that name the field. */
export async function wordProblems(kind: ListingKind, problems: Record<string, FieldProblem>): Promise<Record<string, string>> {
  const [labels, columns] = [await fieldLabels(kind), await columnLabels(kind)];
  const form = new FormData();
  for (const path of Object.keys(problems)) {
    const [field = "", part = "", column = part] = path.split(".");
    form.set(`_label.${path}`, columns[`${field}.${column}`] ?? labels[field] ?? field);
  }
  return wordFields(problems, form);
}

/** What a save was refused for, in a sentence that names the field: `edit` knows it as part of its input. Null for any other error. */
export async function wordUnsaved(kind: ListingKind, error: unknown): Promise<string | null> {
  if (!(error instanceof Invalid)) return null;
  const t = await getTranslations("listings.editor");
  const [problem] = Object.values(await wordProblems(kind, Object.fromEntries(Object.entries(error.fields).map(([path, found]) => [path.replace(/^(content|statement)\./, ""), found]))));
  return problem ? t("notSaved", { problem }) : null;
}
