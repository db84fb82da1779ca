import { z } from "zod";
import { optional, plainDate, problem, recordId, text } from "@/lib/core/fields";
import { cleanLine, cleanText } from "@/lib/core/typed-text";
import { parseMoney } from "@/lib/core/money";
import { parseDate } from "@/lib/core/dates";
import type { FieldProblem } from "@/lib/core/errors";
import { entriesProblem } from "./rules";
import { audiences, type Audience } from "./states";

/*
 * Saving a draft never fails because of what it says: texts far longer than may be submitted are kept as typed, and what
 * cannot be kept (a price without digits) is reported beside the save. What a submission needs is in `rules.ts` of each room.
 * The bounds here only keep abuse away.
 */
const keptLine = 20_000, keptText = 200_000, keptEntries = 500;
export const draftLine = z.unknown().transform((typed, context) => bounded(cleanLine(String(typed ?? "")), keptLine, context));
export const draftText = z.unknown().transform((typed, context) => bounded(cleanText(String(typed ?? "")), keptText, context));

function bounded(value: string, max: number, context: z.RefinementCtx): string {
  const is = Array.from(value).length;
  if (is > max) context.addIssue({ code: "custom", message: problem("too_long", { max, is, over: is - max }) });
  return value;
}

/** Rows of a repeated group: forms send objects with numeric keys, acts send arrays. Rows without any word are dropped. */
export function rows<S extends z.ZodType>(row: S, max = 50) {
  return z.preprocess((typed) => (listOf(typed) as unknown[]).filter(hasWords), z.array(row).max(max, problem("too_many", { max })));
}

function listOf(typed: unknown): unknown[] {
  if (Array.isArray(typed)) return typed;
  if (typed && typeof typed === "object") return Object.entries(typed).sort(([a], [b]) => Number(a) - Number(b)).map(([, value]) => value as unknown);
  return typed === undefined || typed === null || typed === "" ? [] : [typed];
}

/** Choices that a form sends even when nobody filled the row. */
const silent = new Set(["kind", "comparator", "required", "unit"]);

function hasWords(row: unknown): boolean {
  if (typeof row === "string") return cleanLine(row) !== "";
  if (!row || typeof row !== "object") return false;
  const entries = Object.entries(row);
  return entries.some(([key, value]) => !silent.has(key) && typeof value === "string" && cleanLine(value) !== "") || entries.some(([key, value]) => key === "kind" && value !== "");
}

/** Codes out of tick boxes; an empty text only says that the group was on the page. */
export const codeList = z.preprocess((typed) => listOf(typed).filter((code) => typeof code === "string" && code !== ""), z.array(z.string().max(40)).max(40));

/** Short texts, as an array or as one text with separators. */
export const shortList = z.preprocess(
  (typed) => (typeof typed === "string" ? typed.split(/[,;\n\r\uFF0C\uFF1B\u3001]/u) : listOf(typed)).map((part) => cleanLine(String(part))).filter(Boolean),
  z.array(draftLine).max(keptEntries, problem("too_many", { max: keptEntries })).transform((parts) => [...new Set(parts)]),
);

export const optionalCode = z.preprocess((typed) => (typed === "" || typed === undefined ? null : typed), z.string().max(40).nullable());
export const level = z.preprocess((typed) => (typed === "" || typed === null || typed === undefined ? null : Number(typed)), z.number().int().min(1).max(13).nullable());
export const fenOrNull = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).nullable();
/**
 * Audiences by field. Of a field that cannot be kept back nothing is stored: one part of the platform would hide it, another show it.
 * Nor of one that everybody sees: to have said so is no change that a reviewer would have to read.
 */
export function audienceMap(fields: readonly string[]) {
  return z.record(z.string().max(40), z.enum(audiences)).transform((map): Record<string, Audience> => Object.fromEntries(Object.entries(map).filter(([field, audience]) => fields.includes(field) && audience !== "public")));
}

const exportAnswers = ["no", "yes", "not_sure"] as const;
export type ExportAnswer = (typeof exportAnswers)[number];

/** The statement of domain A7: by whom and when the secrecy review was made, and the export-control answer. */
const statementInput = z.object({
  secrecyReviewedBy: draftLine.optional(),
  secrecyReviewedOn: optional(plainDate()).optional(),
  exportControl: z.preprocess((typed) => (typed === "" ? null : typed), z.enum(exportAnswers).nullable()).optional(),
});
export type Statement = z.infer<typeof statementInput>;

export const listingRef = z.object({ listingId: recordId() });
export const withdrawInput = z.object({ listingId: recordId(), reason: optional(text(2, 500)).optional() });
export const reasonInput = z.object({ listingId: recordId(), reason: text(2, 500) });
export const reviewRef = z.object({ reviewId: recordId() });

/** One save. `lock` is the number the editor was loaded with, `session` names the open editor. */
export function editInput<C extends z.ZodType>(content: C) {
  return z.object({
    listingId: recordId(),
    lock: z.coerce.number().int().min(0),
    session: recordId(),
    content,
    statement: statementInput.optional(),
  });
}

export const submitInput = z.object({
  listingId: recordId(),
  /** The lock of the version that was read through on the check page; another one is a conflict. */
  lock: z.coerce.number().int().min(0).optional(),
  classified: z.enum(["no", "yes"], problem("choose")),
  promise: z.unknown().transform((ticked, context): true => {
    if (ticked !== true && ticked !== "on" && ticked !== "true") context.addIssue({ code: "custom", message: problem("must_accept") });
    return true;
  }),
});

export const remarkInput = z.object({ field: z.string().min(1).max(60), text: text(2, 1000) });
export const sendBackInput = z.object({
  reviewId: recordId(),
  remarks: z.preprocess((typed) => listOf(typed).filter((row) => hasRemark(row)), z.array(remarkInput).min(1, problem("no_remark")).max(60)),
});

function hasRemark(row: unknown): boolean {
  return !!row && typeof row === "object" && "text" in row && cleanLine(String(row.text)) !== "";
}

export const refuseInput = z.object({ reviewId: recordId(), reason: text(5, 1000) });
export const answerInput = z.object({
  listingId: recordId(),
  remarkId: recordId(),
  status: z.enum(["changed", "explained"], problem("choose")),
  answer: optional(text(2, 1000)).optional(),
});
export const attachInput = z.object({
  listingId: recordId(),
  name: z.string().max(300),
  bytes: z.instanceof(Uint8Array, { error: problem("required") }),
  audience: z.enum(audiences).default("registered"),
});
export const fileRef = z.object({ listingId: recordId(), fileId: recordId() });

export type ReadForm<C> = { content: C; problems: Record<string, FieldProblem> };

/** Money as typed into a box of 10,000 yuan. What is no amount is not saved, and said. */
export function typedWan(typed: unknown, field: string, problems: Record<string, FieldProblem>): number | null | undefined {
  if (typeof typed !== "string") return undefined;
  const read = parseMoney(cleanLine(typed), "wan");
  if (read.status === "ok") return read.fen;
  if (read.status === "empty") return null;
  if (read.status === "doubt") problems[field] = { code: "unit_doubt", values: { written: read.written, amount: read.fen / 1_000_000, unit: "wan" } };
  else problems[field] = { code: read.reason === "too_precise" ? "decimals" : read.reason, ...(read.reason === "too_precise" ? { values: { max: 6 } } : {}) };
  return undefined;
}

/** Short texts as typed are all saved; that they are too many, or one too long, is said. */
export function sayEntries(typed: unknown, field: string, problems: Record<string, FieldProblem>, most?: number): void {
  const parsed = shortList.safeParse(typed);
  const found = parsed.success ? entriesProblem(parsed.data, most) : null;
  if (found) problems[field] = found;
}

/** A day as typed; what is no day is not saved, and said. */
export function typedDate(typed: unknown, field: string, problems: Record<string, FieldProblem>): string | null | undefined {
  if (typeof typed !== "string") return undefined;
  if (cleanLine(typed) === "") return null;
  const date = parseDate(typed);
  if (!date) problems[field] = { code: "date" };
  return date ?? undefined;
}
