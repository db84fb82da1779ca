import { z } from "zod";
import { isPlainDate } from "@/lib/core/dates";
import { line, problem } from "@/lib/core/fields";
import type { FieldProblem } from "@/lib/core/errors";
import { audienceMap, codeList, draftLine, draftText, editInput, fenOrNull, level, optionalCode, rows, sayEntries, shortList, typedDate, typedWan, type ReadForm } from "@/lib/listings/input";
import { MOST_KEYWORDS } from "@/lib/listings/rules";
import { needAudienceFields } from "./rules";

export const comparators = ["ge", "le", "eq", "text"] as const;
export const elementNames = ["material", "method", "effect", "product", "application"] as const;

/** A select that was left alone sends an empty text. */
function chosen<S extends z.ZodType>(schema: S) {
  return z.preprocess((typed) => (typed === "" ? undefined : typed), schema);
}

const indicatorRow = z.object({
  name: draftLine.default(""),
  comparator: chosen(z.enum(comparators).default("ge")),
  target: draftLine.default(""),
  unit: draftLine.default(""),
  current: draftLine.default(""),
  required: chosen(z.enum(["must", "wish"]).default("must")),
});
const element = z.preprocess((typed) => typed ?? "", draftText.transform((value) => value || null));

/** What an author writes, every part on its own; what is left out stays as it is. */
export const needContent = z.object({
  title: draftLine.optional(),
  problem: draftText.optional(),
  elements: z.object({ material: element, method: element, effect: element, product: element, application: element }).optional(),
  indicators: rows(indicatorRow).optional(),
  industryCode: optionalCode.optional(),
  fieldCode: optionalCode.optional(),
  directionCode: optionalCode.optional(),
  keywords: shortList.optional(),
  requiredMaturity: level.optional(),
  budgetKind: z.enum(["range", "negotiable"]).optional(),
  budgetMinFen: fenOrNull.optional(),
  budgetMaxFen: fenOrNull.optional(),
  deadline: z.string().refine(isPlainDate, problem("date")).nullable().optional(),
  modes: codeList.optional(),
  districtCode: optionalCode.optional(),
  notSought: draftText.optional(),
  anonymous: z.boolean().optional(),
  alias: draftLine.transform((value) => value || null).nullable().optional(),
  audience: audienceMap(needAudienceFields).optional(),
});

export const draftInput = needContent.extend({ title: line({ max: 500 }) });
export const editNeedInput = editInput(needContent);

/**
 * What the editor's form sends, made ready for `edit`. Amounts and days that are none are left out and reported. A budget
 * whose upper end is below its lower one is reported and kept as typed: nobody should have to type it twice. Of a
 * negotiable budget, whose boxes are not shown, nothing is reported.
 */
export function readNeedForm(form: Record<string, unknown>): ReadForm<Record<string, unknown>> {
  const problems: Record<string, FieldProblem> = {};
  const { budgetMin, budgetMax, deadline, anonymous, ...content } = form;
  // A group whose last line was removed sends nothing at all.
  const given: Record<string, unknown> = { indicators: [], modes: [], ...content };
  sayEntries(form.keywords, "keywords", problems, MOST_KEYWORDS);
  const inBudget: typeof problems = form.budgetKind === "negotiable" ? {} : problems;
  const min = typedWan(budgetMin, "budgetMin", inBudget);
  const max = typedWan(budgetMax, "budgetMax", inBudget);
  if (typeof min === "number" && typeof max === "number" && max < min) inBudget.budgetMax = { code: "budget_order" };
  if (min !== undefined) given.budgetMinFen = min;
  if (max !== undefined) given.budgetMaxFen = max;
  const day = typedDate(deadline, "deadline", problems);
  if (day !== undefined) given.deadline = day;
  if (anonymous !== undefined) given.anonymous = anonymous === "yes" || anonymous === "on" || anonymous === true;
  return { content: given, problems };
}
