import { contractTypes, entriesOf, industries, ipKinds, natures, placeNames, planSources, subTypes, techAreas } from "@/lib/codes/queries";
import type { ColumnKey } from "./data/template";

type Entries = readonly { code: string; zh: string }[];

const lists = {
  type: contractTypes, subType: entriesOf("contract_sub_type"), techArea: techAreas, field: industries.flatMap((industry) => industry.fields),
  sellerNature: natures, buyerNature: natures, ipKind: ipKinds, planSource: planSources,
} satisfies Partial<Record<ColumnKey, Entries>>;

/** Columns in which only what a list names may stand. */
export type ListColumn = keyof typeof lists;
type ColumnList = { names: readonly string[]; /** By its name or its code, however its blanks and widths are written. */ codeOf(written: string): string | undefined };

const plain = (text: string): string => text.normalize("NFKC").replace(/\s/gu, "");

function columnList(entries: Entries): ColumnList {
  const codes = new Map(entries.flatMap(({ code, zh }) => [[plain(code), code], [plain(zh), code]] as const));
  return { names: entries.map(({ zh }) => zh), codeOf: (written) => codes.get(plain(written)) };
}

const known = new Map(Object.entries(lists).map(([column, entries]) => [column, columnList(entries)]));
const kindsOf = new Map(contractTypes.map(({ code }) => [code, columnList(subTypes(code))]));

/** @param type the contract's, whose kinds are its own; all of them where it is not known */
export function listOf(column: ListColumn, type?: string | null): ColumnList {
  return (column === "subType" && type ? kindsOf.get(type) : undefined) ?? known.get(column)!;
}

/** Everything that may be written into a column that is bound to a list, for the template's second sheet. */
export function namesByColumn(): Map<ColumnKey, readonly string[]> {
  const places: [ColumnKey, readonly string[]][] = [["sellerDistrict", placeNames()], ["buyerPlace", placeNames({ withAbroad: true })]];
  return new Map([...(Object.keys(lists) as ListColumn[]).map((column) => [column, listOf(column).names] as [ColumnKey, readonly string[]]), ...places]);
}
