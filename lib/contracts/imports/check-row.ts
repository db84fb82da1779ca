import type { RowProblem } from "@/db/schema";
import { contractTypes, countries, entriesOf, harbinDistricts, industries, ipKinds, isPlace, natures, planSources, provinces, subTypes, techAreas } from "@/lib/codes/queries";
import { isCreditCode, normaliseCreditCode } from "@/lib/core/credit-code";
import { earliestDate, parseDate, type PlainDate } from "@/lib/core/dates";
import { parseMoney } from "@/lib/core/money";
import { cleanLine, lengthOf } from "@/lib/core/typed-text";
import type { ContractType } from "../states";
import type { ColumnKey } from "./data/template";

export type RawRow = Partial<Record<ColumnKey, string>>;

/** A row that can be imported: codes instead of words, fen instead of yuan. */
export type ParsedRow = {
  officialNumber: string; title: string; type: ContractType; subType: string | null; techArea: string; /** The plan's, where the file names it. */ field: string | null;
  sellerName: string; sellerCode: string | null; sellerNature: string | null; sellerDistrict: string;
  buyerName: string; buyerCode: string | null; buyerNature: string | null; buyerDistrict: string | null; buyerCountry: string;
  totalFen: number; technicalFen: number; signedOn: PlainDate; registeredOn: PlainDate; ipKind: string | null; planSource: string | null;
};

export type CheckedRow = { parsed: ParsedRow | null; problems: RowProblem[]; totalFen: number };

/** Names and codes of one list to its codes. */
function dictionary(entries: readonly { code: string; zh: string }[]): Map<string, string> {
  return new Map(entries.flatMap((entry) => [[entry.code, entry.code], [entry.zh, entry.code]] as [string, string][]));
}

const lists = {
  type: dictionary(contractTypes), techArea: dictionary(techAreas), ipKind: dictionary(ipKinds), planSource: dictionary(planSources), field: dictionary(industries.flatMap((industry) => industry.fields)), nature: dictionary(natures),
  place: dictionary([...countries.filter((country) => country.code !== "CN"), ...provinces, ...harbinDistricts]),
};

/** Reads one row of the ledger and names everything that is wrong with it. Pure but for the code lists. */
export function checkRow(raw: RawRow, today: PlainDate): CheckedRow {
  const problems: RowProblem[] = [];
  const complain = (column: ColumnKey, code: string, values?: Record<string, string | number>) => void problems.push(values ? { column, code, values } : { column, code });
  const cell = (column: ColumnKey) => cleanLine(raw[column] ?? "");
  const required = (column: ColumnKey, max = 200) => {
    const value = cell(column);
    if (value === "") complain(column, "required");
    else if (lengthOf(value) > max) complain(column, "too_long", { max });
    return value;
  };
  const code = (column: ColumnKey, list: Map<string, string>, needed: boolean) => {
    const value = needed ? required(column) : cell(column);
    if (value === "") return null;
    const found = list.get(value);
    if (!found) complain(column, "unknown_code", { value: value.slice(0, 40) });
    return found ?? null;
  };
  const money = (column: ColumnKey) => {
    const read = parseMoney(required(column), "yuan");
    if (read.status === "empty") return null;
    if (read.status === "ok" || read.status === "doubt") return read.fen;
    complain(column, read.reason === "not_a_number" ? "not_a_number" : `money_${read.reason}`);
    return null;
  };
  const date = (column: ColumnKey) => {
    const value = required(column);
    const read = value === "" ? null : parseDate(value);
    if (value !== "" && !read) complain(column, "date");
    if (read && read < earliestDate) complain(column, "date_too_early", { from: earliestDate });
    return read;
  };
  const creditCode = (column: ColumnKey) => {
    const value = normaliseCreditCode(cell(column));
    if (value !== "" && !isCreditCode(value)) complain(column, "credit_code");
    return value === "" ? null : value;
  };

  const officialNumber = required("officialNumber").normalize("NFKC").replace(/[\s-]/gu, "").toUpperCase();
  if (/^\d\.\d*E\+?\d+$/.test(officialNumber)) complain("officialNumber", "number_rounded");
  else if (officialNumber !== "" && !/^[0-9A-Z]{14,16}$/.test(officialNumber)) complain("officialNumber", "official_number");
  const type = code("type", lists.type, true) as ContractType | null;
  const subType = code("subType", dictionary(type ? subTypes(type) : entriesOf("contract_sub_type")), false);
  const place = buyerPlace(required("buyerPlace"), () => complain("buyerPlace", "unknown_code", { value: cell("buyerPlace").slice(0, 40) }));
  const sellerDistrict = required("sellerDistrict");
  if (sellerDistrict !== "" && !(/^\d{6}$/.test(sellerDistrict) && knownDivision(sellerDistrict))) complain("sellerDistrict", "unknown_code", { value: sellerDistrict.slice(0, 40) });
  const totalFen = money("total");
  const technicalFen = money("technical");
  if (totalFen !== null && totalFen <= 0) complain("total", "not_positive");
  if (totalFen !== null && technicalFen !== null && technicalFen > totalFen) complain("technical", "technical_above_total");
  const signedOn = date("signedOn");
  const registeredOn = date("registeredOn");
  if (signedOn && registeredOn && registeredOn < signedOn) complain("registeredOn", "date_order");
  if (registeredOn && registeredOn > today) complain("registeredOn", "future_date");
  const rest = {
    title: required("title"), techArea: code("techArea", lists.techArea, true), sellerName: required("sellerName"), sellerCode: creditCode("sellerCode"), sellerNature: code("sellerNature", lists.nature, false),
    buyerName: required("buyerName"), buyerCode: place?.country === "CN" ? creditCode("buyerCode") : null, buyerNature: code("buyerNature", lists.nature, false),
    field: code("field", lists.field, false), ipKind: code("ipKind", lists.ipKind, false), planSource: code("planSource", lists.planSource, false),
  };
  if (problems.length > 0 || !type || !rest.techArea || !place || totalFen === null || technicalFen === null || !signedOn || !registeredOn) return { parsed: null, problems, totalFen: totalFen ?? 0 };
  return {
    parsed: { ...rest, techArea: rest.techArea, officialNumber, type, subType, sellerDistrict, buyerDistrict: place.district, buyerCountry: place.country, totalFen, technicalFen, signedOn, registeredOn },
    problems, totalFen,
  };
}

/** County level inside the province, province level elsewhere; a county elsewhere is accepted by its province. */
function knownDivision(code: string): boolean {
  return isPlace(code) || (!code.startsWith("23") && isPlace(`${code.slice(0, 2)}0000`));
}

function buyerPlace(text: string, complain: () => void): { district: string | null; country: string } | null {
  if (text === "") return null;
  if (/^\d{6}$/.test(text) && knownDivision(text)) return { district: text, country: "CN" };
  const country = text.toUpperCase();
  if (/^[A-Z]{2}$/.test(country) && country !== "CN" && isPlace(country)) return { district: null, country };
  const named = lists.place.get(text);
  if (named) return /^\d/.test(named) ? { district: named, country: "CN" } : { district: null, country: named };
  complain();
  return null;
}
