/** Texts as people type and paste them, made fit for storage. Client-safe. */

// Zero-width and direction marks, soft hyphen, byte order mark: invisible, and they break search and comparison.
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/gu;
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/gu;
const loneSurrogates = /\p{Cs}/gu;
const fullWidth = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/gu;
// The stops, strokes and hyphens of a number typed in full width (a patent number, a date); anywhere else they are Chinese punctuation.
const fullWidthJoint = /(?<=[0-9A-Za-z])[\uFF0E\uFF0F\uFF0D](?=[0-9A-Za-z])/gu;
const han = "\\p{Script=Han}\\u3000-\\u303F\\uFF00-\\uFFEF";
// Each run of blanks is tried once, from its beginning: a text of nothing but blanks must not take seconds.
const blanksBetweenHan = new RegExp(`(?<=[${han}])\\s+(?=[${han}])`, "gu");
const lineBreak = /[\r\n\u2028\u2029]/u;
const blanksAtLineEnd = /(?<![^\S\n])[^\S\n]+$/gmu;

function halfWidth(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}

/** Without what no text of a database can hold: control characters, and halves of rare ones. */
export function storable(text: string): string {
  return text.replace(loneSurrogates, "").replace(controls, "");
}

/** What was typed into a box of one line, out of an address: the first where there are several of its name; undefined where there is nothing. */
export function typedIn(given: string | readonly string[] | undefined): string | undefined {
  return storable([given].flat()[0] ?? "").trim() || undefined;
}

function clean(text: string): string {
  return storable(text.normalize("NFC"))
    .replace(invisible, "")
    .replace(fullWidth, halfWidth)
    .replace(fullWidthJoint, halfWidth);
}

/** Single line: breaks pasted from a document are joined, without a blank between Chinese characters. */
export function cleanLine(text: string): string {
  return clean(text).replace(blanksBetweenHan, (blanks) => (lineBreak.test(blanks) ? "" : blanks)).replace(/\s+/gu, " ").trim();
}

/** Several lines: paragraphs are kept, blanks at line ends and more than one empty line are not. */
export function cleanText(text: string): string {
  return clean(text)
    .replace(/\r\n?|[\u2028\u2029]/gu, "\n")
    .replace(blanksAtLineEnd, "")
    .replace(/\n{3,}/gu, "\n\n")
    .replace(/^\n+/u, "")
    .trimEnd();
}

/** Letters and digits only, in one width and case: what two texts have in common however they are written. */
export function bareText(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

export function isEmpty(typed: unknown): boolean {
  return typed === undefined || typed === null || (typeof typed === "string" && clean(typed).trim() === "");
}

/** By the field's name: what is typed there is neither sent back nor kept in any form but a password's own. */
export function isSecret(fieldName: string): boolean {
  return /password/i.test(fieldName);
}

/** In characters, as a person counts them: one for a rare Chinese character outside the basic plane. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** Cut by characters: half of a rare one fits neither into the database's jsonb nor into an address. */
export function firstCharacters(text: string, many: number): string {
  return text.length <= many ? text : [...text].slice(0, many).join("");
}

export function lastCharacters(text: string, many: number): string {
  return text.length <= many ? text : [...text].slice(-many).join("");
}
