import { useTranslations } from "next-intl";
import { ActForm, ConfirmButton, FormField, SubmitButton } from "@/app/_components/ui/act-form";
import { Details } from "@/app/_components/ui/details";
import { harbinCode, harbinDistricts } from "@/lib/codes/places";
import { unscaledValue, type PlanIndicator } from "@/lib/codes/plan";
import type { BoardLine } from "@/lib/indicators/plan-board";
import { report, set, withdrawReported, withdrawSet } from "./actions";

type Props = { indicator: PlanIndicator; year: number };

export function ReportForm({ indicator, year }: Props) {
  const t = useTranslations("targets");
  return (
    <Details open className="min-w-0">
      <summary className="text-accent">{t("report")}</summary>
      <ActForm action={report} hidden={{ indicator: indicator.key }} ids={`report-${indicator.key}`} className="mt-3 grid gap-4" clear>
        <FormField name="year" type="number" label={t("year")} defaultValue={String(year)} />
        <FormField name="value" type="number" label={t("reportValue")} unit={indicator.unit} />
        <FormField name="source" label={t("reportSource")} hint={t("reportSourceHint")} />
        <div><SubmitButton variant="plain">{t("reportSubmit")}</SubmitButton></div>
      </ActForm>
    </Details>
  );
}

/** Starts from what stands for the year, so that saving a new value does not lose floor, stretch or source. */
export function TargetForm({ indicator, year, standing }: Props & { standing?: BoardLine["years"][number] }) {
  const t = useTranslations("targets");
  const typed = (scaled: number | null | undefined) => (scaled === null || scaled === undefined ? "" : String(unscaledValue(indicator.key, scaled)));
  return (
    <Details open className="min-w-0">
      <summary className="text-accent">{t("set")}</summary>
      <ActForm action={set} hidden={{ indicator: indicator.key }} ids={`target-${indicator.key}`} className="mt-3 grid gap-4">
        <FormField name="year" type="number" label={t("year")} defaultValue={String(year)} />
        <FormField name="scopeCode" type="select" label={t("scope")} hint={t("scopeHint")} defaultValue={harbinCode} options={[{ value: harbinCode, label: t("city") }, ...harbinDistricts.map((district) => ({ value: district.code, label: district.zh }))]} />
        <FormField name="institution" label={t("institution")} hint={t("institutionHint")} />
        <FormField name="value" type="number" label={t("value")} hint={t("valueHint")} unit={indicator.unit} defaultValue={typed(standing?.target)} />
        <FormField name="floor" type="number" label={t("floor")} hint={t("floorHint")} unit={indicator.unit} defaultValue={typed(standing?.floor)} />
        <FormField name="stretch" type="number" label={t("stretch")} hint={t("stretchHint")} unit={indicator.unit} defaultValue={typed(standing?.stretch)} />
        <FormField name="source" label={t("source")} hint={t("sourceHint")} defaultValue={standing?.targetSource ?? ""} />
        <div><SubmitButton variant="plain">{t("submit")}</SubmitButton></div>
      </ActForm>
    </Details>
  );
}

/** `of`: year and scope of what is taken away. */
export function WithdrawTarget({ id, of }: { id: string; of: string }) {
  const t = useTranslations("targets");
  return <ActForm action={withdrawSet} hidden={{ targetId: id }}><ConfirmButton variant="text" className="justify-self-start text-dense" title={t("withdrawTargetTitle", { of })} body={t("withdrawTargetBody")}>{t("withdrawTarget")}</ConfirmButton></ActForm>;
}

export function WithdrawReport({ id, of }: { id: string; of: string }) {
  const t = useTranslations("targets");
  return <ActForm action={withdrawReported} hidden={{ reportId: id }}><ConfirmButton variant="text" className="justify-self-start text-dense" title={t("withdrawReportTitle", { of })} body={t("withdrawReportBody")}>{t("withdrawReport")}</ConfirmButton></ActForm>;
}
