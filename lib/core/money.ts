import {
  capitalDigits,
  capitalGroups,
  capitalPlaces,
  capitalWords,
  currencyMarks,
  minusMarks,
  unitWords,
  writtenUnits,
} from "./data/money-words";

/** Money is a whole number of fen (1 yuan = 100 fen) everywhere; units exist only at display and input. */
export type MoneyUnit = keyof typeof unitWords;

const fenPer: Record<MoneyUnit, bigint> = { yuan: 100n, wan: 1_000_000n, yi: 10_000_000_000n };
const usualDecimals: Record<MoneyUnit, number> = { yuan: 2, wan: 2, yi: 1 };
/** Decimals of an amount in that unit that goes to the fen. */
export const decimalsToTheFen: Record<MoneyUnit, number> = { yuan: 2, wan: 6, yi: 10 };
const minus = "\u2212";

/** The unit's word for a table head or behind a field. */
export function unitWord(unit: MoneyUnit): string {
  return unitWords[unit];
}

function groupThousands(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ",");
}

function fixed(fen: number, unit: MoneyUnit, decimals: number): string {
  const scale = 10n ** BigInt(decimals);
  const amount = BigInt(Math.abs(fen));
  // Half up, in whole numbers: binary fractions would round 0.145 down.
  const rounded = (amount * scale * 2n + fenPer[unit]) / (2n * fenPer[unit]);
  const digits = rounded.toString().padStart(decimals + 1, "0");
  const whole = groupThousands(digits.slice(0, digits.length - decimals));
  const rest = decimals > 0 ? `.${digits.slice(-decimals)}` : "";
  return (fen < 0 && rounded > 0n ? minus : "") + whole + rest;
}

/** The smallest step of a column, for an amount that would round to nothing: what is there is never shown as 0. */
function tiny(fen: number, decimals: number): string {
  const step = decimals > 0 ? `0.${"1".padStart(decimals, "0")}` : "1";
  return fen < 0 ? `>${minus}${step}` : `<${step}`;
}

/**
 * Figure of a table column: the unit stands in the head, decimals are fixed, rounded half up; too little for them is "<0.1".
 * @param decimals default 1 for yi, 2 for wan and yuan (look.md 5.10)
 */
export function formatAmount(fen: number, unit: MoneyUnit, decimals = usualDecimals[unit]): string {
  const figure = fixed(fen, unit, decimals);
  return fen !== 0 && !/[1-9]/.test(figure) ? tiny(fen, decimals) : figure;
}

/** An amount as it stands in a field of that unit, to the fen and without trailing zeros; nothing for none. */
export function typedAmount(fen: number | null | undefined, unit: MoneyUnit = "wan"): string {
  return fen === null || fen === undefined ? "" : formatAmount(fen, unit, decimalsToTheFen[unit]).replace(/\.?0+$/, "");
}

/** The unit in which an amount is spoken: the largest in which it is at least 1 after rounding to two decimals. */
function unitOf(fen: number): MoneyUnit {
  const amount = Math.abs(fen);
  // 9,999.995 wan would be shown as 10,000 wan: it is one yi.
  if (amount >= 9_999_995_000) return "yi";
  return amount >= 1_000_000 ? "wan" : "yuan";
}

function shortened(fen: number, unit: MoneyUnit): string {
  return fixed(fen, unit, 2).replace(/\.?0+$/, (tail) => (tail.startsWith(".") ? "" : tail)).replace(/(\.\d)0$/, "$1");
}

/** Amount in running text: the fitting unit, up to two decimals, no trailing zeros. */
export function formatMoney(fen: number): string {
  const unit = unitOf(fen);
  return shortened(fen, unit) + unitWords[unit];
}

/** "331–356" + unit, in the unit of the larger end. Equal ends give one amount. */
export function formatMoneyRange(fromFen: number, toFen: number): string {
  if (fromFen === toFen) return formatMoney(toFen);
  const unit = unitOf(toFen);
  return `${shortened(fromFen, unit)}\u2013${shortened(toFen, unit)}${unitWords[unit]}`;
}

/** To the fen, in yuan, for documents and the echo under a field. */
export function formatExact(fen: number): string {
  return fixed(fen, "yuan", 2) + unitWords.yuan;
}

export type ParsedMoney =
  | { status: "ok"; fen: number }
  | { status: "empty" }
  /** The writer's own unit contradicts the field's; `fen` is the likely meaning, to be asked, never assumed. */
  | { status: "doubt"; written: string; fen: number }
  | { status: "invalid"; reason: "not_a_number" | "negative" | "too_precise" | "too_large" };

const pattern = /^(\d+(?:,\d{3,4})*)?(?:\.(\d*))?(\D*)$/u;

/**
 * Reads an amount typed by a person into fen. Accepts full-width digits, spaces, thousands commas, a currency
 * mark and a unit behind the number. A bare number is in the field's unit. In a field in wan, "120" + the bare sign
 * for wan is a doubt (look.md 5.5); so is a unit smaller than the field's. A larger or equal named unit is taken as written.
 */
export function parseMoney(text: string, unit: MoneyUnit): ParsedMoney {
  const plain = text.normalize("NFKC").replace(/\s+/gu, "").replace(/\u3002/gu, ".").replace(currencyMarks, "");
  if (plain === "") return { status: "empty" };
  const invalid = (reason: "not_a_number" | "negative" | "too_precise" | "too_large") => ({ status: "invalid", reason }) as const;
  if (minusMarks.test(plain)) return invalid(pattern.test(plain.slice(1)) ? "negative" : "not_a_number");
  const found = pattern.exec(plain);
  const whole = found?.[1] ?? "";
  const part = found?.[2] ?? "";
  if (!found || whole + part === "") return invalid("not_a_number");
  const suffix = found[3] ?? "";
  const written = suffix === "" ? undefined : writtenUnits[suffix];
  if (suffix !== "" && !written) return invalid("not_a_number");

  const unitFen = written ? written.yuan * 100n : fenPer[unit];
  const scaled = BigInt(whole.replaceAll(",", "") + part) * unitFen;
  const scale = 10n ** BigInt(part.length);
  if (scaled % scale !== 0n) return invalid("too_precise");
  const exact = scaled / scale;
  if (exact > BigInt(Number.MAX_SAFE_INTEGER)) return invalid("too_large");
  const fen = Number(exact);
  const doubtful = written && (unitFen < fenPer[unit] || (unitFen === fenPer[unit] && !written.named));
  return doubtful ? { status: "doubt", written: plain, fen } : { status: "ok", fen };
}

function capitalGroup(four: string): string {
  let words = "";
  let gap = false;
  for (const [index, char] of [...four].entries()) {
    const digit = Number(char);
    if (digit === 0) {
      gap = words !== "";
      continue;
    }
    words += (gap ? capitalDigits[0] : "") + (capitalDigits[digit] ?? "") + (capitalPlaces[3 - index] ?? "");
    gap = false;
  }
  return words;
}

function capitalWhole(yuan: bigint): string {
  const digits = yuan.toString();
  const padded = digits.padStart(Math.ceil(digits.length / 4) * 4, "0");
  const groups = padded.match(/\d{4}/g) ?? [];
  let words = "";
  let gap = false;
  for (const [index, four] of groups.entries()) {
    const place = groups.length - 1 - index;
    if (four === "0000") {
      // An empty wan group under wan-yi still needs the yi that the higher group left open.
      if (place === 2 && words !== "") words += capitalGroups[2];
      gap = words !== "";
      continue;
    }
    const joint = words !== "" && (gap || four.startsWith("0")) ? capitalDigits[0] : "";
    words += joint + capitalGroup(four) + (capitalGroups[place] ?? "");
    gap = false;
  }
  return words;
}

/**
 * Capital form for contracts and receipts, after the payment rules of the People's Bank (Annex 1 of the 1997
 * settlement measures): the word for "whole" closes an amount that ends at yuan or jiao, a zero stands for skipped places.
 */
export function capitalMoney(fen: number): string {
  const amount = BigInt(Math.abs(fen));
  const yuan = amount / 100n;
  const jiao = Number((amount / 10n) % 10n);
  const cent = Number(amount % 10n);
  const sign = fen < 0 ? capitalWords.negative : "";
  const whole = yuan > 0n ? capitalWhole(yuan) + capitalWords.yuan : "";
  if (jiao === 0 && cent === 0) return sign + (whole || capitalDigits[0] + capitalWords.yuan) + capitalWords.whole;
  const jiaoWords = jiao > 0 ? (capitalDigits[jiao] ?? "") + capitalWords.jiao : whole ? capitalDigits[0] : "";
  const centWords = cent > 0 ? (capitalDigits[cent] ?? "") + capitalWords.fen : capitalWords.whole;
  return sign + whole + jiaoWords + centWords;
}
