import { cityTarget, districtTargets } from "@/lib/targets/queries";
import type { Filter } from "./filter";
import { ofLedgerState } from "./ledger-state";
import { absorbed, breakdown, cumulativeByMonth, dataAsOf, elapsedShareAt, largeContractFen, listYears, retention, viewDate, yearFigures } from "./queries";
import { sameDays } from "./same-days";

/** Everything that both the cockpit and the public page tell of a year; one reading, so that their figures agree. */
export function yearView(filter: Filter): Promise<YearView> {
  return ofLedgerState(`year ${nameOf(filter)}`, () => readYear(filter));
}

/** The same with what only the cockpit adds: the same days of the year before, the institutions, whose plan and which rights. */
export function cockpitView(filter: Filter) {
  return ofLedgerState(`cockpit ${nameOf(filter)}`, async () => {
    const [year, compared, institutions, planSources, ipKinds] = await Promise.all([readYear(filter), sameDays(filter, "type"), breakdown(filter, "institution"), breakdown(filter, "planSource"), breakdown(filter, "ip")]);
    return { ...year, compared, institutions, planSources, ipKinds };
  });
}

const nameOf = ({ year, asOf, parts }: Filter) => JSON.stringify([year, asOf, Object.entries(parts).sort(([a], [b]) => (a < b ? -1 : 1))]);

async function readYear(filter: Filter) {
  const partial = Object.keys(filter.parts).length > 0;
  const day = viewDate(filter);
  const [[figures, targetFen, asOf, months, city, province, taken, years], [types, techAreas, fields, districts, natures, flow, sizes, byMonth], ofDistricts, largeFen] = await Promise.all([
    Promise.all([
      yearFigures(filter), cityTarget("contract_value", filter.year, filter.asOf), dataAsOf(filter.asOf), cumulativeByMonth(filter), retention(filter), retention(filter, "province"), absorbed(filter), listYears(filter.asOf),
    ]),
    Promise.all((["type", "techArea", "field", "district", "nature", "flow", "size", "month"] as const).map((dimension) => breakdown(filter, dimension))),
    partial ? new Map<string, number>() : districtTargets("contract_value", filter.year, filter.asOf),
    largeContractFen(filter.year),
  ]);
  return {
    partial, largeFen, districtTargets: ofDistricts, day, figures, targetFen: partial ? null : targetFen, asOf, months, retention: { city, province }, absorbed: taken, years, elapsedShare: elapsedShareAt(filter.year, day),
    parts: { type: types ?? [], techArea: techAreas ?? [], field: fields ?? [], district: districts ?? [], nature: natures ?? [], flow: flow ?? [], size: sizes ?? [], month: byMonth ?? [] },
  };
}
export type YearView = Awaited<ReturnType<typeof readYear>>;
