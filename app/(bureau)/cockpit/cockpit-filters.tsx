import { AutoSubmit } from "@/app/_components/ui/auto-submit";
import Form from "@/app/_components/ui/get-form";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/app/_components/ui/button-look";
import { codeName, contractTypes, techAreas } from "@/lib/codes/lists";
import { harbinCode, harbinDistricts } from "@/lib/codes/places";
import type { PlainDate } from "@/lib/core/dates";
import { dimensions, flows, type Dimension, type Filter } from "@/lib/indicators/filter";
import { viewDate } from "@/lib/indicators/queries";
import { FilterDay, FilterSelect } from "./filter-select";

const own: readonly Dimension[] = ["type", "techArea", "district", "flow"];

/** One line of conditions as a GET form: the address is the view. */
export function CockpitFilters({ filter, years, today }: { filter: Filter; years: readonly number[]; today: PlainDate }) {
  const t = useTranslations("indicators");
  const coded = (entries: readonly { code: string; zh: string }[]) => entries.map((entry) => [entry.code, entry.zh] as const);
  const cut = (dimension: "type" | "techArea" | "district" | "flow", options: readonly (readonly [string, string])[]) => <FilterSelect name={dimension} label={t(`dimension.${dimension}`)} value={filter.parts[dimension] ?? ""} all={t("all")} options={options} />;
  return (
    <Form action="/cockpit" className="screen-only flex flex-wrap items-end gap-3">
      {dimensions.filter((dimension) => !own.includes(dimension) && filter.parts[dimension]).map((dimension) => <input key={dimension} type="hidden" name={dimension} value={filter.parts[dimension]} />)}
      <FilterSelect name="year" label={t("year")} value={String(filter.year)} options={[...new Set([...years, filter.year])].sort((a, b) => b - a).map((year) => [String(year), String(year)])} />
      {cut("type", contractTypes.map((type) => [type.code, codeName("contract_type", type.code)]))}
      {cut("techArea", coded(techAreas))}
      {cut("district", [...coded(harbinDistricts), [harbinCode, t("noDistrict")]])}
      {cut("flow", flows.map((flow) => [flow, t(`flowName.${flow}`)]))}
      <FilterDay name="asOf" label={t("asOfLabel")} hint={t("asOfHint")} max={today} value={filter.asOf ? viewDate(filter) : ""} />
      <AutoSubmit />
      <button className={buttonClass("plain")}>{t("apply")}</button>
    </Form>
  );
}
