import { cityTarget, districtTargets } from "@/lib/targets/queries";
import type { Filter } from "./filter";
import { absorbed, breakdown, cumulativeByMonth, dataAsOf, elapsedShareAt, listYears, retention, viewDate, yearFigures } from "./queries";

/** Everything that both the cockpit and the public page tell of a year; one reading, so that their figures agree. */
export async function yearView(filter: Filter) {
  const partial = Object.keys(filter.parts).length > 0;
  const day = viewDate(filter);
  const [figures, targetFen, asOf, months, city, province, taken, years] = await Promise.all([
    yearFigures(filter), cityTarget("contract_value", filter.year), dataAsOf(filter.asOf), cumulativeByMonth(filter), retention(filter), retention(filter, "province"), absorbed(filter), listYears(filter.asOf),
  ]);
  const [types, techAreas, fields, districts, natures, flow, sizes, byMonth] = await Promise.all(
    (["type", "techArea", "field", "district", "nature", "flow", "size", "month"] as const).map((dimension) => breakdown(filter, dimension)),
  );
  const ofDistricts = partial ? new Map<string, number>() : await districtTargets("contract_value", filter.year);
  return {
    partial, districtTargets: ofDistricts, day, figures, targetFen: partial ? null : targetFen, asOf, months, retention: { city, province }, absorbed: taken, years, elapsedShare: elapsedShareAt(filter.year, day),
    parts: { type: types ?? [], techArea: techAreas ?? [], field: fields ?? [], district: districts ?? [], nature: natures ?? [], flow: flow ?? [], size: sizes ?? [], month: byMonth ?? [] },
  };
}
export type YearView = Awaited<ReturnType<typeof yearView>>;
