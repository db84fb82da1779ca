import Form from "@/app/_components/ui/get-form";
import Link from "@/app/_components/ui/link";
import { getTranslations } from "next-intl/server";
import { AutoSubmit } from "@/app/_components/ui/auto-submit";
import { buttonClass } from "@/app/_components/ui/button-look";
import { Select } from "@/app/_components/ui/choice";
import { listHref } from "@/app/_components/ui/list-href";
import { industries } from "@/lib/codes/taxonomy";
import { harbinDistricts } from "@/lib/codes/places";
import type { DeskFilter } from "@/lib/introductions/queries";

/** Field, district, level and order of the desk, as one GET form: the address is the truth. */
export async function DeskFilters({ path, filter }: { path: string; filter: DeskFilter }) {
  const t = await getTranslations("desk.filter");
  const fields = industries.map((industry) => ({ label: industry.zh, options: [{ value: industry.code, label: t("whole", { industry: industry.zh }) }, ...industry.fields.map((field) => ({ value: field.code, label: field.zh }))] }));
  const chosen = filter.field || filter.district || filter.level;
  return (
    <Form action={path} scroll={false} className="flex flex-wrap items-end gap-4">
      <input type="hidden" name="tab" value={filter.tab} />
      <Select name="field" label={t("field")} placeholder={t("anyField")} options={fields} defaultValue={filter.field ?? ""} />
      <Select name="district" label={t("district")} placeholder={t("anyDistrict")} options={harbinDistricts.map((one) => ({ value: one.code, label: one.zh }))} defaultValue={filter.district ?? ""} />
      <Select name="level" label={t("level")} placeholder={t("anyLevel")} options={(["high", "good"] as const).map((level) => ({ value: level, label: t(level) }))} defaultValue={filter.level ?? ""} />
      <Select name="sort" label={t("sort")} options={(["fit", "newest"] as const).map((sort) => ({ value: sort, label: t(sort) }))} defaultValue={filter.sort} />
      <button className={buttonClass("plain")}>{t("apply")}</button>
      {chosen ? <Link className="inline-flex min-h-(--h-control) items-center" href={listHref(path, { tab: filter.tab })}>{t("clear")}</Link> : null}
      <AutoSubmit />
    </Form>
  );
}
