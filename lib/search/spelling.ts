import { isHan, normalise } from "@/lib/engine/analyse";

let traditional: Map<string, string> | undefined;

/** Simple character → the characters that are normalised to it, itself left out. */
function traditionalOf(character: string): string {
  if (!traditional) {
    traditional = new Map();
    for (let code = 0x3400; code <= 0x9fff; code++) {
      if (!isHan(code)) continue;
      const written = String.fromCharCode(code), simple = normalise(written);
      if (simple !== written) traditional.set(simple, (traditional.get(simple) ?? "") + written);
    }
  }
  return traditional.get(character) ?? "";
}

const fullWidth = (code: number): string => (code > 0x20 && code < 0x7f ? String.fromCharCode(code + 0xfee0) : "");

/**
 * A word as a regular expression that finds it however it is written: simplified or traditional, half or full width. The same
 * for Postgres and for JavaScript: letters and escapes only, and classes of these.
 */
export function spellingPattern(word: string): string {
  return Array.from(normalise(word), (character) => {
    const code = character.codePointAt(0)!;
    // Beyond the basic plane the two know different escapes, and neither gives such a character a meaning.
    if (code > 0xffff) return character;
    // Not left to the operator: Postgres knows the case of letters beyond ASCII only if the database's locale does.
    const ways = [...new Set([character, character.toUpperCase(), fullWidth(code), fullWidth(character.toUpperCase().charCodeAt(0)), ...traditionalOf(character)])].filter((one) => one.length === 1);
    return ways.length > 1 ? `[${ways.map(literal).join("")}]` : literal(character);
  }).join("");
}

const literal = (character: string): string => (/[\p{L}\p{N}]/u.test(character) ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** What was typed, normalised and without what no text of a database can hold. */
export function typedText(typed: string): string {
  return normalise(typed).replace(/[\p{Cc}\p{Cs}]/gu, " ").trim();
}

/** Its single words; nobody means more than eight of them. */
export function typedWords(typed: string): string[] {
  return typedText(typed).split(/\s+/).filter(Boolean).slice(0, 8);
}
