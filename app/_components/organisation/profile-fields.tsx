import { getTranslations } from "next-intl/server";
import { placeGroups, type PlaceWords } from "@/app/_components/place/places";
import { FormField } from "@/app/_components/ui/act-form";
import { FieldRemark } from "@/app/_components/ui/field";
import { natures, zones } from "@/lib/codes/lists";

type Values = Partial<Record<"name" | "shortName" | "creditCode" | "districtCode" | "nature" | "introduction" | "address" | "contactName" | "contactPhone", string | null>> & { zones?: string[] };

/** What an organisation says about itself; used when it is registered and in its settings. `remarks`: an operator's words per field. */
export async function ProfileFields({ values = {}, remarks = {}, remarkBy = "" }: { values?: Values; remarks?: Record<string, string>; remarkBy?: string }) {
  const t = await getTranslations("organisations.field");
  const remark = (field: string) => (remarks[field] ? <FieldRemark by={remarkBy}>{remarks[field]}</FieldRemark> : undefined);
  const optional = t("optional");
  const places = placeGroups((await getTranslations("codes")).raw("placeGroups") as PlaceWords);
  return (
    <>
      <FormField name="name" label={t("name")} hint={t("nameHint")} required width="full" defaultValue={values.name} remark={remark("name")} limit={60} />
      <FormField name="shortName" label={t("shortName")} mark={optional} defaultValue={values.shortName} width="medium" />
      <FormField name="creditCode" label={t("creditCode")} hint={t("creditCodeHint")} defaultValue={values.creditCode} remark={remark("creditCode")} width="medium" />
      <FormField name="districtCode" type="select" label={t("districtCode")} hint={t("districtCodeHint")} placeholder={t("choose")} options={places} defaultValue={values.districtCode} remark={remark("districtCode")} />
      <FormField name="zones[]" type="checkboxes" inline label={t("zones")} mark={optional} hint={t("zonesHint")} options={zones.map((zone) => ({ value: zone.code, label: zone.zh }))} defaultValue={values.zones ?? []} />
      <FormField name="nature" type="select" label={t("nature")} mark={optional} placeholder={t("choose")} options={natures.map((nature) => ({ value: nature.code, label: nature.zh }))} defaultValue={values.nature} />
      <FormField name="introduction" type="textarea" label={t("introduction")} mark={optional} hint={t("introductionHint")} limit={1000} defaultValue={values.introduction} />
      <FormField name="address" label={t("address")} mark={optional} width="full" defaultValue={values.address} />
      <FormField name="contactName" label={t("contactName")} mark={optional} hint={t("contactHint")} width="medium" defaultValue={values.contactName} remark={remark("contactName")} />
      <FormField name="contactPhone" type="tel" label={t("contactPhone")} mark={optional} hint={t("contactHint")} width="medium" defaultValue={values.contactPhone} remark={remark("contactPhone")} />
    </>
  );
}
