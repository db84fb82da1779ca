/**
 * Unified social credit code, GB 32100-2015: 18 characters of 31 (digits and capital letters without I, O, S, V, Z);
 * registering authority (1), kind (1), division (6 digits), organisation code (9, with its own check, GB 11714), check (1).
 */
const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const bodyWeights = [3, 7, 9, 10, 5, 8, 4, 2];
const bodyAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

export type CreditCodeProblem =
  | { code: "credit_code_length"; values: { is: number } }
  /** `position` counts from 1. */
  | { code: "credit_code_characters"; values: { character: string; position: number } }
  | { code: "credit_code_check"; values: Record<string, never> };

export type CreditCodeCheck = { ok: true; value: string } | { ok: false; problem: CreditCodeProblem };

/** As people type and paste it: full width, lower case, blanks, dashes and invisible characters. */
export function normaliseCreditCode(text: string): string {
  return text.normalize("NFKC").replace(/[\s\p{Cf}\p{Cc}\p{Pd}]/gu, "").toUpperCase();
}

function checkCharacter(first17: string): string {
  let sum = 0;
  for (const [index, character] of [...first17].entries()) sum += alphabet.indexOf(character) * (weights[index] ?? 0);
  return alphabet[(31 - (sum % 31)) % 31] ?? "0";
}

/** Length first, then characters, then the check: one problem at a time, the one that explains the others. */
export function checkCreditCode(text: string): CreditCodeCheck {
  const value = normaliseCreditCode(text);
  const characters = [...value];
  if (characters.length !== 18) return { ok: false, problem: { code: "credit_code_length", values: { is: characters.length } } };
  for (const [index, character] of characters.entries()) {
    const allowed = index >= 2 && index <= 7 ? /\d/.test(character) : alphabet.includes(character);
    if (!allowed) return { ok: false, problem: { code: "credit_code_characters", values: { character, position: index + 1 } } };
  }
  if (checkCharacter(value.slice(0, 17)) !== value[17]) return { ok: false, problem: { code: "credit_code_check", values: {} } };
  return { ok: true, value };
}

export function isCreditCode(text: string): boolean {
  return checkCreditCode(text).ok;
}

function hash(text: string): number {
  let state = 0x811c9dc5;
  for (const character of text) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  // FNV-1a alone leaves short, similar seeds too close together.
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b) >>> 0;
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35) >>> 0;
  return (state ^ (state >>> 16)) >>> 0;
}

const prefixes = { enterprise: "91", public: "12", government: "11", association: "51" } as const;

/**
 * A code with right check characters for demo data and tests; the same seed gives the same code.
 * Its division 230199 does not exist, so it can never be the code of a real organisation.
 */
export function makeCreditCode(seed: string | number, kind: keyof typeof prefixes = "enterprise"): string {
  let body = "";
  for (let index = 0; index < 8; index += 1) body += alphabet[hash(`${seed}:${index}`) % 31] ?? "0";
  const sum = [...body].reduce((total, character, index) => total + bodyAlphabet.indexOf(character) * (bodyWeights[index] ?? 0), 0);
  const remainder = 11 - (sum % 11);
  body += remainder === 10 ? "X" : remainder === 11 ? "0" : String(remainder);
  const first17 = `${prefixes[kind]}230199${body}`;
  return first17 + checkCharacter(first17);
}
