import type { Reading } from "@/db/schema";
import { findPlace } from "@/lib/codes/find-place";
import { modes } from "@/lib/codes/lists";
import { parseDate } from "@/lib/core/dates";
import { parseMoney } from "@/lib/core/money";
import type { ListingKind } from "@/lib/listings/states";
import { ASKS, AT_LEAST, BARE_MODES, BUDGET, CLAUSE_END, DEADLINE, FROM, MODES, OTHER_MONEY, PLACE, PLACE_SIGN, PRICE, TELLS_OR_DENIES, WAY } from "./data/condition-cues";

/** What a text says of money, day, modes and place outside of their fields. Where it says two things, or might mean something else, nothing is read. */
export function conditionsOf(kind: ListingKind, text: string): Reading["conditions"] {
  const plain = text.normalize("NFKC"), clauses = plain.split(CLAUSE_END).map((one) => one.trim()).filter(Boolean);
  return {
    money: single(clauses.flatMap((clause) => moneyIn(kind, clause)), ({ minFen, maxFen }) => `${minFen} ${maxFen}`),
    deadline: kind === "need" ? single(deadlinesIn(plain), ({ date }) => date) : null,
    modes: modesIn(kind, clauses),
    place: single(clauses.flatMap(placeIn), ({ code }) => code),
  };
}

/** The one thing that was said, however often. */
function single<One>(all: readonly One[], key: (one: One) => string): One | null {
  return new Set(all.map(key)).size === 1 ? all[0]! : null;
}

type ReadMoney = NonNullable<Reading["conditions"]["money"]>;

function moneyIn(kind: ListingKind, clause: string): ReadMoney[] {
  const found = (kind === "need" ? BUDGET : PRICE).exec(clause);
  if (!found || OTHER_MONEY.some((word) => clause.includes(word))) return [];
  const { low, lowUnit, high, highUnit, most, behind } = found.groups!;
  const fen = (amount: string, unit: string) => { const read = parseMoney(amount + unit, "yuan"); return read.status === "ok" && read.fen > 0 ? read.fen : null; };
  const [minFen, maxFen] = [low ? fen(low, lowUnit ?? highUnit!) : null, fen(high!, highUnit!)];
  if (maxFen === null || behind === AT_LEAST || (low && (minFen === null || minFen > maxFen))) return [];
  const said = found[0].trim();
  if (kind === "need") return behind === FROM ? [] : [{ said, minFen, maxFen }];
  // A price is one amount, or the amount from which it starts.
  if (low || most || (behind && behind !== FROM)) return [];
  return [{ said, minFen: maxFen, maxFen: behind === FROM ? null : maxFen }];
}

function deadlinesIn(text: string): { said: string; date: string }[] {
  return DEADLINE.flatMap((pattern) => [...text.matchAll(new RegExp(pattern, "gu"))]).flatMap((found) => {
    const date = parseDate(found.groups!.day!);
    return date ? [{ said: found[0].trim(), date }] : [];
  });
}

function modesIn(kind: ListingKind, clauses: readonly string[]): string[] {
  const said = clauses.filter((clause) => ASKS.test(clause) && !TELLS_OR_DENIES.some((word) => clause.includes(word)))
    .flatMap((clause) => [...MODES, ...(WAY.test(clause) ? BARE_MODES : [])].flatMap(([code, words]) => (words.test(clause) ? [code] : [])));
  return modes.filter(({ code, side }) => (side === "both" || side === kind) && said.includes(code)).map(({ code }) => code);
}

/** The longest name that is one of a place and says of what kind. */
function placeIn(clause: string): { said: string; code: string }[] {
  const written = PLACE.exec(clause)?.groups?.place ?? "";
  for (let length = written.length; length >= 2; length--) {
    const name = written.slice(0, length), code = PLACE_SIGN.test(name) ? findPlace(name) : null;
    if (code) return [{ said: name, code }];
  }
  return [];
}
