/**
 * Brings the reference data that ships with this version into the tables. Runs at every start, in every environment;
 * repeating it changes nothing. One statement per table, and only rows that differ are written.
 */
import { sql, type SQL } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { economicSectors, economicSectorSource } from "./economic-sectors";
import { holidayYears } from "./holidays";
import { institutions, institutionSource } from "./institutions";
import { entriesOf, listNames, type CodeEntry, type ListName } from "./lists";
import { maturities } from "./maturity";
import { countries, harbinCode, harbinDistricts, parentOfDivision, prefectures, provinces } from "./places";
import { plan, planIndicators } from "./plan";
import { shippedRules } from "./rules";
import { basicResearch, industries, taxonomySource } from "./taxonomy";

type CodeRow = { list: string; code: string; name_zh: string; name_en?: string | undefined; name_ru?: string | undefined; parent_code?: string | null | undefined; source?: string };

const gb2260 = "GB/T 2260";
const listSources: Partial<Record<ListName, string>> = { objective: "GB/T 24450-2009" };

function codeRows(): CodeRow[] {
  const row = (list: string, entry: Omit<CodeEntry, "parent"> & { parent?: string | null | undefined }, source?: string): CodeRow => ({
    list, code: entry.code, name_zh: entry.zh, name_en: entry.en, name_ru: entry.ru, parent_code: entry.parent, ...(source ? { source } : {}),
  });
  return [
    ...listNames.flatMap((list) => entriesOf(list).map((entry) => row(list, entry, listSources[list]))),
    ...harbinDistricts.map((district) => row("district", { ...district, parent: harbinCode }, gb2260)),
    ...provinces.map((province) => row("division", province, gb2260)),
    ...prefectures.flatMap((city) => [city, ...city.children]).map((place) => row("division", { ...place, parent: parentOfDivision(place.code) }, gb2260)),
    ...countries.map((country) => row("country", country, "ISO 3166")),
    ...maturities.map((maturity) => row("maturity", { code: String(maturity.level), zh: maturity.zh, en: maturity.en, parent: maturity.part }, "GB/T 22900")),
    ...economicSectors.map((sector) => row("economic_sector", sector, economicSectorSource)),
    ...institutions.map((institution) => row("institution", { code: institution.code, zh: institution.zh, parent: institution.city }, institutionSource)),
    ...planIndicators.map((indicator) => row("indicator", { code: indicator.key, zh: indicator.zh, en: indicator.en }, plan.title)),
    ...basicResearch.flatMap((field) => [
      row("basic_research", { ...field, parent: null }, taxonomySource),
      ...field.directions.map((direction) => row("basic_research", { ...direction, parent: field.code }, taxonomySource)),
    ]),
  ];
}

function termRows(): object[] {
  return industries.flatMap((industry) => [
    { code: industry.code, kind: "industry", name_zh: industry.zh, name_en: industry.en, tech_area: industry.techArea },
    ...industry.fields.flatMap((field) => [
      { code: field.code, kind: "field", parent_code: industry.code, name_zh: field.zh, name_en: field.en, tech_area: field.techArea, text: field.text },
      ...field.directions.map((direction) => ({
        code: direction.code, kind: "direction", parent_code: field.code, name_zh: direction.zh, name_en: direction.en, tech_area: field.techArea,
      })),
    ]),
  ]);
}

function ruleRows(): object[] {
  return shippedRules.map((rule) => ({
    key: rule.key, effective_from: rule.effectiveFrom, effective_to: rule.effectiveTo, value: rule.value, unit: rule.unit,
    source_title: rule.sourceTitle, issuer: rule.issuer, source_date: rule.sourceDate, verified: rule.verified,
  }));
}

function holidayRows(): object[] {
  return holidayYears.flatMap((year) => {
    const note = { title: year.title, issuer: year.issuer, date: year.date, verified: year.verified };
    const days = (list: Record<string, string>, working: number) => Object.entries(list).map(([day, name]) => ({ day, working, name, note }));
    return [...days(year.off, 0), ...days(year.work, 1)];
  });
}

/** Upsert of all rows by one statement; columns are `name type`, the first `keys` of them are the primary key. */
function upsert(table: string, columns: [name: string, type: string][], keys: number, rows: object[], unless: SQL = sql`true`): SQL {
  const names = columns.map(([name]) => name);
  const rest = names.slice(keys);
  const list = (of: string[], prefix = "") => sql.raw(of.map((name) => prefix + name).join(", "));
  return sql`
    insert into ${sql.raw(table)} (${list(names)})
    select ${list(names)} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as shipped(${sql.raw(columns.map((column) => column.join(" ")).join(", "))})
    on conflict (${list(names.slice(0, keys))}) do update set (${list(rest)}) = row(${list(rest, "excluded.")})
    where (${list(rest, `${table}.`)}) is distinct from (${list(rest, "excluded.")}) and ${unless}`;
}

/** Lists, taxonomy, rules, holidays. Rules that a person has corrected or verified are not overwritten; plan figures: `plan.ts`. */
export async function loadCodes(tx: Reader): Promise<void> {
  const perList = new Map<string, number>();
  const codes = codeRows().map((row) => {
    const sort = (perList.get(row.list) ?? 0) + 1;
    perList.set(row.list, sort);
    return { ...row, sort };
  });
  const texts = (...names: string[]) => names.map((name): [string, string] => [name, "text"]);
  await tx.execute(upsert("codes", [...texts("list", "code", "name_zh", "name_en", "name_ru", "parent_code"), ["sort", "integer"], ["source", "text"]], 2, codes));
  const terms = termRows().map((row, index) => ({ ...row, sort: index + 1 }));
  await tx.execute(upsert("taxonomy_terms", [...texts("code", "kind", "parent_code", "name_zh", "name_en", "tech_area", "text"), ["sort", "integer"]], 1, terms));
  const ruleColumns: [string, string][] = [
    ["key", "text"], ["effective_from", "date"], ["effective_to", "date"], ["value", "jsonb"], ...texts("unit", "source_title", "issuer", "source_date"), ["verified", "boolean"],
  ];
  await tx.execute(upsert("rules", ruleColumns, 2, ruleRows(), sql`not rules.verified and rules.set_by is null`));
  await tx.execute(upsert("holidays", [["day", "date"], ["working", "integer"], ["name", "text"], ["note", "jsonb"]], 1, holidayRows()));
}
