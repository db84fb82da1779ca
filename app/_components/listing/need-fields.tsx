import { getTranslations } from "next-intl/server";
import { RadioGroup } from "@/app/_components/ui/choice";
import { FieldGroup } from "@/app/_components/ui/field";
import { MoneyInput } from "@/app/_components/ui/money-input";
import { RepeatingRows } from "@/app/_components/ui/repeating-rows";
import { DateInput, TextArea, TextInput } from "@/app/_components/ui/text-input";
import { getUiWords } from "@/app/_components/ui/words";
import type { Version } from "@/lib/listings/find";
import { comparators, elementNames } from "@/lib/needs/input";
import { needAudienceFields, type NeedContent } from "@/lib/needs/rules";
import { DistrictField, KeywordsField, LevelField, ModesField, NegotiableAmount, PlanField } from "./common-fields";
import { longest } from "@/lib/listings/rules";
import { fieldLimits, PublicityFields, Remarks, rowErrors, Section, type FieldContext } from "./section";

type Props = { content: NeedContent; version: Version; context: FieldContext };

/** The six sections of a need (look 4.6). */
export async function NeedFields({ content, version, context }: Props) {
  const t = await getTranslations("needs");
  const needed = (await getTranslations("listings.editor"))("needed");
  const words = await getUiWords();
  const { labels, errors } = context;
  const limited = await fieldLimits();
  const remark = (field: string) => <Remarks field={field} context={context} />;
  const wan = (fen: number | null) => (fen === null ? "" : String(fen / 1_000_000));
  return (
    <>
      <Section id="basics" number={1} title={t("sections.basics")}>
        <TextArea rows={1} width="long" name="title" label={labels.title} hint={t("hints.title")} mark={needed} {...limited(labels.title, 40)} error={errors.title} remark={remark("title")} defaultValue={content.title} />
        <TextArea name="problem" label={labels.problem} hint={t("hints.problem")} mark={needed} {...limited(labels.problem, longest.text)} rows={8} error={errors.problem} remark={remark("problem")} defaultValue={content.problem} />
        <PlanField kind="need" value={content} context={context} />
        <KeywordsField kind="need" value={content.keywords} context={context} />
        <DistrictField value={content.districtCode} context={context} />
      </Section>
      <Section id="elements-section" number={2} title={t("sections.elements")}>
        <FieldGroup id="elements" label={labels.elements} hint={t("hints.elements")} error={errors.elements} remark={remark("elements")}>
          <div className="grid gap-4">
            {elementNames.map((name) => <TextArea key={name} name={`elements.${name}`} label={t(`elements.${name}`)} hint={t(`elementHints.${name}`)} {...limited(t(`elements.${name}`), longest.text)} rows={2} error={errors[`elements.${name}`]} defaultValue={content.elements[name] ?? ""} />)}
          </div>
        </FieldGroup>
        <TextArea name="notSought" label={labels.notSought} hint={t("hints.notSought")} {...limited(labels.notSought, longest.text)} rows={2} error={errors.notSought} remark={remark("notSought")} defaultValue={content.notSought} />
      </Section>
      <Section id="indicators-section" number={3} title={t("sections.indicators")}>
        <RepeatingRows name="indicators" label={labels.indicators} hint={t("hints.indicators")} mark={needed} error={errors.indicators} errors={rowErrors(errors)} remark={remark("indicators")} words={words.rows}
          defaultRows={content.indicators.map((row) => ({ ...row }))}
          columns={[
            { name: "name", label: t("indicator.name"), em: 9 },
            { name: "comparator", label: t("indicator.comparator"), em: 6, options: comparators.map((value) => ({ value, label: t(`comparator.${value}`) })) },
            { name: "target", label: t("indicator.target"), em: 6 },
            { name: "current", label: t("indicator.current"), em: 6 },
            { name: "unit", label: t("indicator.unit"), em: 5 },
            { name: "required", label: t("indicator.required"), em: 5, options: (["must", "wish"] as const).map((value) => ({ value, label: t(`required.${value}`) })) },
          ]} />
      </Section>
      <Section id="conditions" number={4} title={t("sections.conditions")}>
        <LevelField name="requiredMaturity" hint={t("hints.requiredMaturity")} value={content.requiredMaturity} context={context} />
        <DateInput name="deadline" label={labels.deadline} mark={needed} error={errors.deadline} remark={remark("deadline")} defaultValue={content.deadline ?? ""} />
      </Section>
      <Section id="cooperation" number={5} title={t("sections.cooperation")}>
        <ModesField side="need" value={content.modes} context={context} />
        <NegotiableAmount id="budget" choice={<RadioGroup name="budgetKind" label={labels.budget} hint={t("hints.budget")} inline defaultValue={content.budgetKind} remark={remark("budget")} options={(["negotiable", "range"] as const).map((value) => ({ value, label: t(`budgetKind.${value}`) }))} />}>
          <MoneyInput name="budgetMin" label={labels.budgetMin} unit="wan" doubt={words.moneyDoubt} error={errors.budgetMin} defaultValue={wan(content.budgetMinFen)} />
          <MoneyInput name="budgetMax" label={labels.budgetMax} unit="wan" doubt={words.moneyDoubt} error={errors.budgetMax} defaultValue={wan(content.budgetMaxFen)} />
        </NegotiableAmount>
      </Section>
      <Section id="publicity" number={6} title={t("sections.publicity")}>
        <RadioGroup name="anonymous" label={labels.anonymous} hint={t("hints.anonymous")} inline defaultValue={content.anonymous ? "yes" : "no"} remark={remark("anonymous")} options={(["no", "yes"] as const).map((value) => ({ value, label: t(`anonymousWords.${value}`) }))} />
        <TextInput name="alias" label={labels.alias} hint={t("hints.alias")} error={errors.alias} remark={remark("alias")} width="medium" defaultValue={content.alias ?? ""} />
        <p className="max-w-[44em] text-dense text-ink-3">{t("hints.audience")}</p>
        <PublicityFields fields={needAudienceFields} audience={content.audience} version={version} context={context} />
      </Section>
    </>
  );
}
