import Form from "next/form";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/app/_components/ui/button-look";
import { codeName, contractTypes, techAreas } from "@/lib/codes/lists";
import { harbinDistricts } from "@/lib/codes/places";
import type { PlainDate } from "@/lib/core/dates";
import { dimensions, flows, type Dimension, type Filter } from "@/lib/indicators/filter";

const own: readonly Dimension[] = ["type", "techArea", "district", "flow"];

/** One line of conditions as a GET form: the address is the view. */
export function CockpitFilters({ filter, years, today }: { filter: Filter; years: readonly number[]; today: PlainDate }) {
  const t = useTranslations("indicators");
  const select = (name: string, label: string, value: string, options: readonly { value: string; label: string }[], all: boolean) => (
    <label className="grid gap-1 text-dense"><span className="text-ink-2">{label}</span>
      <select name={name} defaultValue={value} className="control">{all ? <option value="">{t("all")}</option> : null}{options.map((one) => <option key={one.value} value={one.value}>{one.label}</option>)}</select>
    </label>
  );
  const coded = (entries: readonly { code: string; zh: string }[]) => entries.map((entry) => ({ value: entry.code, label: entry.zh }));
  return (
    <Form action="/cockpit" className="screen-only flex flex-wrap items-end gap-3">
      {dimensions.filter((dimension) => !own.includes(dimension) && filter.parts[dimension]).map((dimension) => <input key={dimension} type="hidden" name={dimension} value={filter.parts[dimension]} />)}
      {select("year", t("year"), String(filter.year), [...years].reverse().map((year) => ({ value: String(year), label: String(year) })), false)}
      {select("type", t("dimension.type"), filter.parts.type ?? "", contractTypes.map((type) => ({ value: type.code, label: codeName("contract_type", type.code) })), true)}
      {select("techArea", t("dimension.techArea"), filter.parts.techArea ?? "", coded(techAreas), true)}
      {select("district", t("dimension.district"), filter.parts.district ?? "", coded(harbinDistricts), true)}
      {select("flow", t("dimension.flow"), filter.parts.flow ?? "", flows.map((flow) => ({ value: flow, label: t(`flowName.${flow}`) })), true)}
      <label className="grid gap-1 text-dense"><span className="text-ink-2">{t("asOfLabel")}</span>
        <input type="date" name="asOf" max={today} defaultValue={filter.asOf ? new Date(filter.asOf.getTime() - 1).toISOString().slice(0, 10) : ""} title={t("asOfHint")} className="control" />
      </label>
      <button className={buttonClass("plain")}>{t("apply")}</button>
    </Form>
  );
}
