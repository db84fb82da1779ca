import { useTranslations } from "next-intl";
import { ActForm, FormField, SubmitButton } from "@/app/_components/ui/act-form";
import { Details } from "@/app/_components/ui/details";
import type { PlanIndicator } from "@/lib/codes/plan";
import { report, set } from "./actions";

type Props = { indicator: PlanIndicator; year: number };

export function ReportForm({ indicator, year }: Props) {
  const t = useTranslations("targets");
  return (
    <Details className="min-w-0">
      <summary className="text-accent">{t("report")}</summary>
      <ActForm action={report} hidden={{ indicator: indicator.key }} className="mt-3 grid gap-4" clear>
        <FormField name="year" type="number" label={t("year")} defaultValue={String(year)} />
        <FormField name="value" type="number" label={t("reportValue")} unit={indicator.unit} />
        <FormField name="source" label={t("reportSource")} hint={t("reportSourceHint")} />
        <div><SubmitButton variant="plain">{t("reportSubmit")}</SubmitButton></div>
      </ActForm>
    </Details>
  );
}

export function TargetForm({ indicator, year }: Props) {
  const t = useTranslations("targets");
  return (
    <Details className="min-w-0">
      <summary className="text-accent">{t("set")}</summary>
      <ActForm action={set} hidden={{ indicator: indicator.key }} className="mt-3 grid gap-4" clear>
        <FormField name="year" type="number" label={t("year")} defaultValue={String(year)} />
        <FormField name="value" type="number" label={t("value")} hint={t("valueHint")} unit={indicator.unit} />
        <FormField name="stretch" type="number" label={t("stretch")} hint={t("optional")} unit={indicator.unit} />
        <FormField name="source" label={t("source")} hint={t("sourceHint")} />
        <div><SubmitButton variant="plain">{t("submit")}</SubmitButton></div>
      </ActForm>
    </Details>
  );
}
