import { and, between, eq, lte, not, sql, type SQL } from "drizzle-orm";
import { ledgerEntries } from "@/db/schema";
import { natures } from "@/lib/codes/lists";
import { shippedRule } from "@/lib/codes/rules";
import { nearFlow, sizeBoundsFen, unknown, type Condition, type Dimension, type Filter } from "./filter";

const natureGroup = sql<string>`case ${sql.join(natures.map((nature) => sql`when ${ledgerEntries.sellerNature} = ${nature.code} then ${nature.group}::text`), sql` `)} else ${unknown}::text end`;

type Cut = Pick<Filter, "year" | "asOf">;

/** The amount from which statistics call a contract large, by the rule of the year's last day; Postgres asks for it once. */
export function largeFrom(year: number): SQL<number> {
  const day = `${year}-12-31`;
  return sql<number>`coalesce((select (r.value #>> '{}')::bigint from rules r where r.key = 'statistics.large_contract' and r.effective_from <= ${day}::date and (r.effective_to is null or r.effective_to >= ${day}::date) order by r.effective_from desc limit 1), ${shippedRule("statistics.large_contract", day)?.value ?? null}::bigint)`;
}

/** By the amount of the whole contract as it stood in the ledger at that moment: a change moves it into another class, its cancellation does not, nor what took that back. */
function sizeKey({ year, asOf }: Cut): SQL<string> {
  const known = asOf ? sql`and e.recorded_at <= ${asOf.toISOString()}::timestamptz` : sql``;
  const amount = sql`(select sum(e.amount_fen) from ledger_entries e where e.contract_id = ${ledgerEntries.contractId} and e.kind <> 'cancelled' ${known}
    and not exists (select 1 from ledger_entries o where o.id = e.reverses_id and o.kind = 'cancelled'))`;
  return sql`case when ${amount} >= ${largeFrom(year)} then 'large' when ${amount} >= ${sizeBoundsFen.upper}::bigint then 'upper' when ${amount} >= ${sizeBoundsFen.medium}::bigint then 'medium' else 'small' end`;
}

/** How an entry falls into each dimension; the frozen columns of the entry, never today's record (domain A1). */
const keyOf: Record<Exclude<Dimension, "size">, SQL<string>> = {
  type: sql`${ledgerEntries.type}`,
  techArea: sql`${ledgerEntries.techArea}`,
  field: sql`coalesce(${ledgerEntries.fieldCode}, ${unknown}::text)`,
  district: sql`coalesce(${ledgerEntries.sellerDistrict}, ${unknown}::text)`,
  month: sql`extract(month from ${ledgerEntries.countsOn})::int::text`,
  institution: sql`${ledgerEntries.sellerName}`,
  nature: natureGroup,
  flow: sql`case when ${ledgerEntries.buyerCountry} <> 'CN' then 'abroad' when ${ledgerEntries.buyerInHarbin} then 'local' when ${ledgerEntries.buyerDistrict} like '23%' then 'province' else 'country' end`,
  planSource: sql`coalesce(${ledgerEntries.planSource}, ${unknown}::text)`,
  ip: sql`coalesce(${ledgerEntries.ipKind}, ${unknown}::text)`,
};

export function keyExpression(dimension: Dimension, cut: Cut): SQL<string> {
  return dimension === "size" ? sizeKey(cut) : keyOf[dimension];
}

/** `seller` in Harbin is what counts as the city's; the other two are 吸纳. */
function inScope(scope: string | undefined): SQL | undefined {
  if (scope === undefined) return eq(ledgerEntries.sellerInHarbin, true);
  return and(eq(ledgerEntries.buyerInHarbin, true), scope === "outside" ? not(ledgerEntries.sellerInHarbin) : undefined);
}

function meets(condition: Condition, value: string, filter: Filter): SQL | undefined {
  if (condition === "scope") return undefined;
  if (condition === "through") return sql`extract(month from ${ledgerEntries.countsOn}) <= ${Number(value)}::int`;
  if (condition === "flow" && value === nearFlow) return sql`${keyOf.flow} in ('local', 'province')`;
  return sql`${keyExpression(condition, filter)} = ${value}`;
}

/** Entries of a year, known at a moment, cut by the filter's parts. */
export function entriesWhere(filter: Filter): SQL | undefined {
  return and(
    inScope(filter.parts.scope),
    between(ledgerEntries.countsOn, `${filter.year}-01-01`, `${filter.year}-12-31`),
    filter.asOf ? lte(ledgerEntries.recordedAt, filter.asOf) : undefined,
    ...Object.entries(filter.parts).map(([condition, value]) => meets(condition as Condition, value, filter)),
  );
}

export const sums = {
  totalFen: sql<number>`coalesce(sum(${ledgerEntries.amountFen}), 0)`.mapWith(Number),
  technicalFen: sql<number>`coalesce(sum(${ledgerEntries.technicalFen}), 0)`.mapWith(Number),
  contracts: sql<number>`coalesce(sum(${ledgerEntries.contracts}), 0)`.mapWith(Number),
};

/** Entries that nothing has reversed: a reversal answers exactly one entry, on its day and in its dimensions. None = nothing was ever filled in. */
export const standing = sql<number>`count(*) filter (where ${ledgerEntries.kind} <> 'reversed') - count(*) filter (where ${ledgerEntries.kind} = 'reversed')`.mapWith(Number);
