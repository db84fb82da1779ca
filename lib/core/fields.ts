/**
 * The fields that forms and acts share, each defined once. Client-safe.
 *
 * A problem travels as a zod message `code|{"max":40,"is":46}`: `issueCode` turns an issue into `{ code, values }`,
 * `formErrors` a whole ZodError into `Record<fieldPath, { code, values }>`. Sentences are in the catalog
 * `codes.fieldErrors.<code>`; they also take `{field}`, the label of the field. No words in here.
 *
 * What counts as empty: nothing, null, or a text of blanks only. Every field is required; `optional(field)` gives null
 * for an empty one. Blanks at both ends, invisible characters and NUL are dropped; full-width digits and Latin letters become
 * ASCII (Chinese punctuation stays as written); in single-line fields pasted line breaks are joined. Length is counted in characters, not in
 * UTF-16 units.
 */
import { z } from "zod";
import { checkCreditCode } from "@/lib/core/credit-code";
import { earliestDate, parseDate, type PlainDate } from "@/lib/core/dates";
import type { ErrorValues, FieldProblem } from "@/lib/core/errors";
import { cleanLine, cleanText, isEmpty, lengthOf } from "@/lib/core/typed-text";
import { decimalsToTheFen, parseMoney, type MoneyUnit } from "@/lib/core/money";
import { isCommon } from "@/lib/core/weak-password";

export const fieldCodes = [
  "required", "choose", "must_accept", "invalid", "too_long", "too_short", "too_many", "too_few", "not_a_number", "range", "money_min", "money_max", "negative", "decimals", "too_large",
  "unit_doubt", "date", "date_too_early", "date_from", "date_to", "date_order", "email", "mobile", "password_repeats", "password_common", "link", "identifier",
  "credit_code_length", "credit_code_characters", "credit_code_check",
] as const;
export type FieldCode = (typeof fieldCodes)[number];

export type Field<T> = z.ZodType<T>;
type Answer<T> = { value: T } | { code: FieldCode; values?: ErrorValues };

/** The message of a zod issue; also for `refine` and `superRefine` in features, where `code` may be the feature's own. */
export function problem(code: string, values: ErrorValues = {}): string {
  return `${code}|${JSON.stringify(values)}`;
}

type IssueLike = { message: string; code?: string | undefined };

/** Zod's own issues (a missing key, an unknown member of an enum …) become the nearest of our codes. */
export function issueCode(issue: IssueLike): Required<FieldProblem> {
  const bar = issue.message.indexOf("|");
  if (bar > 0 && /^[a-z][a-z0-9_.]*$/i.test(issue.message.slice(0, bar))) {
    try {
      return { code: issue.message.slice(0, bar), values: JSON.parse(issue.message.slice(bar + 1)) as ErrorValues };
    } catch {
      return { code: "invalid", values: {} };
    }
  }
  // A bare code, as in `z.enum(codes, { error: "choose" })`; zod's own messages are sentences.
  if (/^[a-z][a-z0-9_.]*$/.test(issue.message)) return { code: issue.message, values: {} };
  return { code: issue.code === "invalid_value" ? "choose" : "invalid", values: {} };
}

/** One problem per field, the first; keys are paths as in the form ("ip.0.number"), "" is the whole form. */
export function formErrors(error: z.ZodError): Record<string, Required<FieldProblem>> {
  const fields: Record<string, Required<FieldProblem>> = {};
  for (const issue of error.issues) fields[issue.path.join(".")] ??= issueCode(issue);
  return fields;
}

/** A field from a reader of one typed value; `empty` says what an empty one means. */
function field<T>(read: (typed: unknown) => Answer<T>, empty: FieldCode = "required"): Field<T> {
  return z.transform((typed: unknown, context): T => {
    const answer = isEmpty(typed) ? { code: empty } : read(typed);
    if ("value" in answer) return answer.value;
    context.issues.push({ code: "custom", message: problem(answer.code, answer.values), input: typed });
    return z.NEVER;
  });
}

/** The same field, which may be left empty: then null. */
export function optional<T>(inner: Field<T>): Field<T | null> {
  return z.transform((typed: unknown, context): T | null => {
    if (isEmpty(typed)) return null;
    const parsed = inner.safeParse(typed);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) context.issues.push({ code: "custom", message: issue.message, path: issue.path, input: typed });
    return z.NEVER;
  });
}

function readText(typed: unknown): string | null {
  if (typeof typed === "string") return typed;
  return typeof typed === "number" && Number.isFinite(typed) ? String(typed) : null;
}

function within(text: string, { min = 0, max }: { min?: number | undefined; max: number }): Answer<string> {
  const is = lengthOf(text);
  if (is > max) return { code: "too_long", values: { max, is, over: is - max } };
  if (is < min) return { code: "too_short", values: { min, is, missing: min - is } };
  return { value: text };
}

/** One line of text. */
export function line(limits: { min?: number; max: number }): Field<string> {
  return field<string>((typed) => {
    const text = readText(typed);
    return text === null ? { code: "invalid" } : within(cleanLine(text), limits);
  });
}

export function title(max = 40): Field<string> {
  return line({ max });
}

/** Several lines; paragraphs are kept, three and more breaks become two. */
export function text(min: number, max: number): Field<string> {
  return field<string>((typed) => {
    const given = readText(typed);
    return given === null ? { code: "invalid" } : within(cleanText(given), { min, max });
  });
}

export function personName(): Field<string> {
  return line({ min: 2, max: 50 });
}

/** Lower-cased: people write their address in both. */
export function email(): Field<string> {
  return field<string>((typed) => {
    const address = cleanLine(readText(typed) ?? "").normalize("NFKC").replace(/\s/gu, "").toLowerCase();
    if (address.length > 254) return { code: "too_long", values: { max: 254, is: address.length, over: address.length - 254 } };
    return /^[^\s@<>()"',;:\\]{1,64}@[a-z0-9\p{L}-]+(\.[a-z0-9\p{L}-]+)+$/u.test(address) ? { value: address } : { code: "email" };
  });
}

/** A new password: 10 to 128 characters, none that is guessed first; blanks count and stay (NIST SP 800-63B 5.1.1.2). */
export function password(): Field<string> {
  return field<string>((typed) => {
    if (typeof typed !== "string") return { code: "invalid" };
    const secret = typed.normalize("NFKC");
    if (new Set(secret).size < 4 && lengthOf(secret) >= 10) return { code: "password_repeats" };
    return lengthOf(secret) >= 10 && isCommon(secret) ? { code: "password_common" } : within(secret, { min: 10, max: 128 });
  });
}

/** A mobile number of the mainland; blanks, dashes and +86 are accepted. */
export function mobile(): Field<string> {
  return field<string>((typed) => {
    const digits = cleanLine(readText(typed) ?? "").normalize("NFKC").replace(/[\s\p{Pd}()]/gu, "").replace(/^(\+|00)?86(?=1)/, "");
    return /^1[3-9]\d{9}$/.test(digits) ? { value: digits } : { code: "mobile" };
  });
}

/**
 * A place as domain A9 knows it: six digits of GB/T 2260 inside China, two letters of ISO 3166 abroad. Whether the code exists is the
 * select's matter.
 */
export function place(): Field<string> {
  return field<string>((typed) => {
    const code = cleanLine(readText(typed) ?? "").toUpperCase();
    return /^(\d{6}|[A-Z]{2})$/.test(code) && code !== "CN" ? { value: code } : { code: "choose" };
  }, "choose");
}

/** Any telephone number, as people write it. */
export function phone(): Field<string> {
  return field<string>((typed) => {
    const number = cleanLine(readText(typed) ?? "").normalize("NFKC");
    return /^\+?[\d\s()\p{Pd}]{5,30}$/u.test(number) ? { value: number } : { code: "invalid" };
  });
}

/** Unified social credit code, normalised (GB 32100-2015). */
export function creditCode(): Field<string> {
  return field<string>((typed) => {
    const checked = checkCreditCode(readText(typed) ?? "");
    return checked.ok ? { value: checked.value } : checked.problem;
  });
}

/** Numbers of patents, contracts, registrations: capitals, digits, dots, dashes; no blanks. */
export function identifier(max = 32): Field<string> {
  return field<string>((typed) => {
    const written = cleanLine(readText(typed) ?? "").normalize("NFKC").replace(/\s/gu, "").toUpperCase();
    if (lengthOf(written) > max) return within(written, { max });
    return /^[\p{Lu}\p{Lo}\d][\p{Lu}\p{Lo}\d./()[\]\p{Pd}_]*$/u.test(written) ? { value: written } : { code: "identifier" };
  });
}

/** An address of the web; `https` or `http` only, so that no page can be made to run a script. */
export function link(): Field<string> {
  return field<string>((typed) => {
    const address = cleanLine(readText(typed) ?? "").normalize("NFKC");
    return /^https?:\/\/[^\s<>"']{3,500}$/i.test(address) && URL.canParse(address) ? { value: address } : { code: "link" };
  });
}

/** The id of another record, as links and hidden fields carry it. */
export function recordId(): Field<string> {
  return field<string>((typed) => {
    const is = typeof typed === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(typed.trim());
    return is ? { value: typed.trim().toLowerCase() } : { code: "invalid" };
  });
}

/** A day; reads 2026.11.23, 20261123, full width. `from` and `to` are allowed themselves. */
export function plainDate({ from, to }: { from?: PlainDate; to?: PlainDate } = {}): Field<PlainDate> {
  return field<PlainDate>((typed): Answer<PlainDate> => {
    const date = parseDate(readText(typed) ?? "");
    if (!date) return { code: "date" };
    if (date < earliestDate) return { code: "date_too_early", values: { from: earliestDate } };
    if (from && date < from) return { code: "date_from", values: { from } };
    if (to && date > to) return { code: "date_to", values: { to } };
    return { value: date };
  });
}

/**
 * An amount in fen. A number is fen (acts, seeds); a text is what a person typed into a box of `unit` (default wan).
 * `unit_doubt` asks back when the text names a unit of its own; `min` and `max` are in fen.
 */
export function moneyFen({ unit = "wan", min = 0, max = Number.MAX_SAFE_INTEGER }: { unit?: MoneyUnit; min?: number; max?: number } = {}): Field<number> {
  return field<number>((typed) => {
    const fen = readFen(typed, unit);
    if ("code" in fen) return fen;
    if (fen.value < 0) return { code: "negative" };
    if (fen.value < min) return { code: "money_min", values: { min: shown(min, unit), unit } };
    if (fen.value > max) return { code: "money_max", values: { max: shown(max, unit), unit } };
    return fen;
  });
}

const fenPer: Record<MoneyUnit, number> = { yuan: 100, wan: 1_000_000, yi: 10_000_000_000 };
const shown = (fen: number, unit: MoneyUnit) => fen / fenPer[unit];

function readFen(typed: unknown, unit: MoneyUnit): Answer<number> {
  if (typeof typed === "number") return Number.isSafeInteger(typed) ? { value: typed } : { code: "not_a_number" };
  if (typeof typed !== "string") return { code: "not_a_number" };
  const read = parseMoney(cleanLine(typed), unit);
  if (read.status === "ok") return { value: read.fen };
  if (read.status === "empty") return { code: "required" };
  if (read.status === "doubt") return { code: "unit_doubt", values: { written: read.written, amount: shown(read.fen, unit), unit } };
  const codes = { not_a_number: "not_a_number", negative: "negative", too_precise: "decimals", too_large: "too_large" } as const;
  return { code: codes[read.reason], values: read.reason === "too_precise" ? { max: decimalsToTheFen[unit] } : {} };
}

/** A number with at most `decimals` digits behind the point. */
export function decimal({ min, max, decimals = 2 }: { min: number; max: number; decimals?: number }): Field<number> {
  return field<number>((typed): Answer<number> => {
    const written = cleanLine(readText(typed) ?? "").normalize("NFKC").replace(/[,\s]/gu, "").replace(/^[\u2212\u2013]/u, "-");
    if (!/^-?(\d+\.?\d*|\.\d+)$/.test(written)) return { code: "not_a_number" };
    if ((written.split(".")[1] ?? "").length > decimals) return { code: "decimals", values: { max: decimals } };
    const value = Number(written);
    return value < min || value > max ? { code: "range", values: { min, max } } : { value };
  });
}

export function wholeNumber(limits: { min: number; max: number }): Field<number> {
  return decimal({ ...limits, decimals: 0 });
}

/** One of a list of codes. */
export function oneOf<const C extends string>(codes: readonly C[]): Field<C> {
  return field<C>((typed) => {
    const code = codes.find((known) => known === (typeof typed === "string" ? typed.trim() : typed));
    return code === undefined ? { code: "choose" } : { value: code };
  }, "choose");
}

/** Several of a list, each once, in the order of the list. A form sends one choice as a single text. */
export function someOf<const C extends string>(codes: readonly C[], { min = 0, max = codes.length }: { min?: number; max?: number } = {}): Field<C[]> {
  return z.transform((typed: unknown, context): C[] => {
    const given = new Set(isEmpty(typed) ? [] : Array.isArray(typed) ? (typed as unknown[]) : [typed]);
    const chosen = codes.filter((code) => given.has(code));
    const code = chosen.length < given.size ? "choose" : chosen.length < min ? (min === 1 ? "choose" : "too_few") : chosen.length > max ? "too_many" : null;
    if (!code) return chosen;
    context.issues.push({ code: "custom", message: problem(code, { min, max, is: chosen.length }), input: typed });
    return z.NEVER;
  });
}

/** Short texts, each once: a list, or one text with commas, semicolons or line breaks between them. */
export function shortTexts({ min = 0, max, each = 20 }: { min?: number; max: number; each?: number }): Field<string[]> {
  return z.transform((typed: unknown, context): string[] => {
    const parts: unknown[] = Array.isArray(typed) ? typed : typeof typed === "string" ? typed.split(/[,;\n\r\uFF0C\uFF1B\u3001]/u) : [];
    const texts = [...new Set(parts.map((part) => cleanLine(readText(part) ?? "")).filter((part) => part !== ""))];
    const long = texts.find((part) => lengthOf(part) > each);
    const values: ErrorValues = long ? { max: each, is: lengthOf(long), over: lengthOf(long) - each } : { min, max, is: texts.length };
    const code = long ? "too_long" : texts.length > max ? "too_many" : texts.length < min ? (texts.length === 0 ? "required" : "too_few") : null;
    if (!code) return texts;
    context.issues.push({ code: "custom", message: problem(code, values), input: typed });
    return z.NEVER;
  });
}

/** A tick box: present in a form only when ticked. */
export function flag(): Field<boolean> {
  return z.transform((typed: unknown) => typed === true || typed === "on" || typed === "true" || typed === "1" || typed === "yes");
}

/** A tick without which it does not go on (consent, commitment). */
export function accepted(): Field<true> {
  return z.transform((typed: unknown, context): true => {
    if (typed === true || typed === "on" || typed === "true" || typed === "1" || typed === "yes") return true;
    context.issues.push({ code: "custom", message: problem("must_accept"), input: typed });
    return z.NEVER;
  });
}
