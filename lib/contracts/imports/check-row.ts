import type { RowProblem } from "@/db/schema";
import { findPlace, isAbroad, nearestPlaces } from "@/lib/codes/queries";
import { isCreditCode, normaliseCreditCode } from "@/lib/core/credit-code";
import { earliestDate, type PlainDate } from "@/lib/core/dates";
import { formatMoney, parseMoney } from "@/lib/core/money";
import { nearest } from "@/lib/core/nearest";
import { cleanLine, firstCharacters, lengthOf } from "@/lib/core/typed-text";
import type { ContractType } from "../states";
import { listOf, type ListColumn } from "./column-lists";
import { betweenNames, columns, creditCodeExample, example, placeExample, type ColumnKey } from "./data/template";
import { readDay } from "./read-date";

export type RawRow = Partial<Record<ColumnKey, string>>;

/** Stands for a digit that Excel has not kept; where a cell was saved as text after that, it has an exponent. */
export const lostDigit = "?";
const rounded = /^(?:\d{15}\?+|\d\.\d*E\+?\d+)$/;

/** A row that can be imported: codes instead of words, fen instead of yuan. */
export type ParsedRow = {
  officialNumber: string; title: string; type: ContractType; subType: string | null; techArea: string; /** The plan's, where the file names it. */ field: string | null;
  sellerName: string; sellerCode: string | null; sellerNature: string | null; sellerDistrict: string;
  buyerName: string; buyerCode: string | null; buyerNature: string | null; buyerDistrict: string | null; buyerCountry: string;
  totalFen: number; technicalFen: number; signedOn: PlainDate; registeredOn: PlainDate; ipKind: string | null; planSource: string | null;
};

export type CheckedRow = { parsed: ParsedRow | null; problems: RowProblem[]; totalFen: number; /** Null where what stands there is no number. */ officialNumber: string | null };

/** Of a longer list the closest name is said, if there is one, else so many of its names; the template has them all. */
const fewNames = 5, mostNames = 11;
const standing = (column: string): number => columns.findIndex(({ key }) => key === column);
/** Of what was written, so much is said again. */
const said = (value: string): string => (lengthOf(value) > 40 ? `${firstCharacters(value, 40)}…` : value);

/** Reads one row of the ledger and names everything that is wrong with it, each with the way out: what may stand there. Pure but for the code lists. */
export function checkRow(raw: RawRow, today: PlainDate): CheckedRow {
  const problems: RowProblem[] = [];
  const complain = (column: ColumnKey, code: string, values?: Record<string, string | number>) => void problems.push(values ? { column, code, values } : { column, code });
  const cell = (column: ColumnKey) => cleanLine(raw[column] ?? "");
  const required = (column: ColumnKey, max = 200) => {
    const value = cell(column);
    if (value === "") complain(column, "required", { example: column === "sellerDistrict" || column === "buyerPlace" ? placeExample : example[column] });
    else if (lengthOf(value) > max) complain(column, "too_long", { max, is: lengthOf(value) });
    return value;
  };
  const code = (column: ListColumn, needed: boolean, of?: string | null) => {
    const value = needed ? required(column) : cell(column);
    const list = listOf(column, of);
    if (value === "") return null;
    const found = list.codeOf(value);
    if (found) return found;
    const near = list.names.length > fewNames ? nearest(value, list.names.map((name) => ({ key: name, name })))[0] : undefined;
    if (near) complain(column, "unknown_near", { value: said(value), nearest: near });
    else complain(column, "unknown_code", { value: said(value), allowed: list.names.slice(0, mostNames).join(betweenNames) + (list.names.length > mostNames ? `${betweenNames}…` : "") });
    return null;
  };
  const place = (column: "sellerDistrict" | "buyerPlace", where: { withAbroad?: boolean } = {}) => {
    const value = required(column);
    const found = value === "" ? null : findPlace(value, where);
    if (value === "" || found) return found;
    const near = nearestPlaces(value, where);
    if (near.length > 0) complain(column, "unknown_near_place", { value: said(value), nearest: near.join(betweenNames) });
    else complain(column, where.withAbroad ? "unknown_place" : "unknown_district", { value: said(value) });
    return null;
  };
  const money = (column: ColumnKey) => {
    const read = parseMoney(required(column), "yuan");
    if (read.status === "empty") return null;
    if (read.status === "ok" || read.status === "doubt") return read.fen;
    if (read.reason === "not_a_number") complain(column, "not_a_number", { value: said(cell(column)) });
    else complain(column, `money_${read.reason}`);
    return null;
  };
  const date = (column: ColumnKey) => {
    const value = required(column);
    const read = value === "" ? null : readDay(value);
    if (value !== "" && !read) complain(column, "date", { value: said(value) });
    if (read && read < earliestDate) complain(column, "date_too_early", { is: read, from: earliestDate });
    if (read && read > today) complain(column, "future_date", { is: read, today });
    return read;
  };
  const creditCode = (column: ColumnKey) => {
    const value = normaliseCreditCode(cell(column));
    if (rounded.test(value)) complain(column, "number_rounded", { example: creditCodeExample });
    else if (value !== "" && !isCreditCode(value)) complain(column, "credit_code", { value: said(value) });
    return value === "" ? null : value;
  };

  const writtenNumber = required("officialNumber").normalize("NFKC").replace(/[\s-]/gu, "").toUpperCase();
  const officialNumber = /^[0-9A-Z]{14,16}$/.test(writtenNumber) ? writtenNumber : null;
  if (rounded.test(writtenNumber)) complain("officialNumber", "number_rounded", { example: example.officialNumber });
  else if (writtenNumber !== "" && !officialNumber) complain("officialNumber", "official_number", { value: said(writtenNumber) });
  const type = code("type", true) as ContractType | null;
  const subType = code("subType", false, type);
  const buyerPlace = place("buyerPlace", { withAbroad: true });
  const sellerDistrict = place("sellerDistrict");
  const totalFen = money("total");
  const technicalFen = money("technical");
  if (totalFen !== null && totalFen <= 0) complain("total", "not_positive");
  if (totalFen !== null && technicalFen !== null && technicalFen > totalFen) complain("technical", "technical_above_total", { total: formatMoney(totalFen) });
  const signedOn = date("signedOn");
  const registeredOn = date("registeredOn");
  // A day of signing that has not come is wrong by itself: behind it every registration would be.
  if (signedOn && registeredOn && registeredOn < signedOn && signedOn <= today) complain("registeredOn", "date_order", { signed: signedOn });
  const rest = {
    title: required("title"), techArea: code("techArea", true), sellerName: required("sellerName"), sellerCode: creditCode("sellerCode"), sellerNature: code("sellerNature", false),
    buyerName: required("buyerName"), buyerCode: buyerPlace && !isAbroad(buyerPlace) ? creditCode("buyerCode") : null, buyerNature: code("buyerNature", false),
    field: code("field", false), ipKind: code("ipKind", false), planSource: code("planSource", false),
  };
  // As the eye goes along the row.
  problems.sort((one, other) => standing(one.column) - standing(other.column));
  if (problems.length > 0 || !officialNumber || !type || !rest.techArea || !buyerPlace || !sellerDistrict || totalFen === null || technicalFen === null || !signedOn || !registeredOn) return { parsed: null, problems, totalFen: totalFen ?? 0, officialNumber };
  return {
    parsed: { ...rest, techArea: rest.techArea, officialNumber, type, subType, sellerDistrict, ...(isAbroad(buyerPlace) ? { buyerDistrict: null, buyerCountry: buyerPlace } : { buyerDistrict: buyerPlace, buyerCountry: "CN" }), totalFen, technicalFen, signedOn, registeredOn },
    problems, totalFen, officialNumber,
  };
}
