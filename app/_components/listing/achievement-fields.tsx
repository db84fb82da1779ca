import { getTranslations } from "next-intl/server";
import { RadioGroup, Select } from "@/app/_components/ui/choice";
import { MoneyInput } from "@/app/_components/ui/money-input";
import { RepeatingRows } from "@/app/_components/ui/repeating-rows";
import { TextArea } from "@/app/_components/ui/text-input";
import { getUiWords } from "@/app/_components/ui/words";
import { achievementAudienceFields, type AchievementContent } from "@/lib/achievements/rules";
import { ipKinds, ipStatuses, stages } from "@/lib/codes/lists";
import type { Version } from "@/lib/listings/find";
import { DistrictField, KeywordsField, LevelField, ModesField, NegotiableAmount, PlanField } from "./common-fields";
import { longest } from "@/lib/listings/rules";
import { fieldLimits, PublicityFields, Remarks, rowErrors, Section, type FieldContext } from "./section";

type Props = { content: AchievementContent; version: Version; context: FieldContext };

/** The six sections of an achievement (look 4.6). */
export async function AchievementFields({ content, version, context }: Props) {
  const t = await getTranslations("achievements");
  const needed = (await getTranslations("listings.editor"))("needed");
  const words = await getUiWords();
  const { labels, errors } = context;
  const limited = await fieldLimits();
  const remark = (field: string) => <Remarks field={field} context={context} />;
  const rows = (values: object[]) => values.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, String(value ?? "")])));
  return (
    <>
      <Section id="basics" number={1} title={t("sections.basics")}>
        <TextArea rows={1} width="long" name="title" label={labels.title} hint={t("hints.title")} mark={needed} {...limited(labels.title, 40)} error={errors.title} remark={remark("title")} defaultValue={content.title} />
        <TextArea name="summary" label={labels.summary} hint={t("hints.summary")} mark={needed} {...limited(labels.summary, 200)} rows={3} error={errors.summary} remark={remark("summary")} defaultValue={content.summary} />
        <PlanField kind="achievement" value={content} context={context} />
        <KeywordsField kind="achievement" value={content.keywords} context={context} />
        <DistrictField value={content.districtCode} context={context} />
      </Section>
      <Section id="technology" number={2} title={t("sections.technology")}>
        <TextArea name="description" label={labels.description} hint={t("hints.description")} mark={needed} {...limited(labels.description, longest.text)} rows={10} error={errors.description} remark={remark("description")} defaultValue={content.description} />
        <RepeatingRows name="advantages" label={labels.advantages} hint={t("hints.advantages")} error={errors.advantages} errors={rowErrors(errors)} remark={remark("advantages")} words={words.rows} defaultRows={rows(content.advantages)}
          columns={[{ name: "indicator", label: t("advantage.indicator"), em: 9 }, { name: "ours", label: t("advantage.ours"), em: 6 }, { name: "unit", label: t("advantage.unit"), em: 5 }, { name: "current", label: t("advantage.current"), em: 6 }, { name: "evidence", label: t("advantage.evidence"), em: 9 }]} />
        <TextArea name="scenes" label={labels.scenes} hint={t("hints.scenes")} rows={3} error={errors.scenes} remark={remark("scenes")} defaultValue={content.scenes.join("\n")} />
        <RepeatingRows name="completers" label={labels.completers} hint={t("hints.completers")} error={errors.completers} errors={rowErrors(errors)} remark={remark("completers")} words={words.rows} defaultRows={rows(content.completers)}
          columns={[{ name: "name", label: t("completer.name"), em: 7 }, { name: "title", label: t("completer.title"), em: 7 }, { name: "organisation", label: t("completer.organisation"), em: 12 }]} />
      </Section>
      <Section id="maturity-section" number={3} title={t("sections.maturity")}>
        <LevelField name="maturity" hint={t("hints.maturity")} value={content.maturity} needed={needed} context={context} />
        <Select name="stage" label={labels.stage} hint={t("hints.stage")} error={errors.stage} remark={remark("stage")} placeholder={t("choose")} options={stages.map(({ code, zh }) => ({ value: code, label: zh }))} defaultValue={content.stage ?? ""} />
      </Section>
      <Section id="ip-section" number={4} title={t("sections.ip")}>
        <RepeatingRows name="ip" label={labels.ip} hint={t("hints.ip")} mark={needed} error={errors.ip} errors={rowErrors(errors)} remark={remark("ip")} words={words.rows} defaultRows={rows(content.ip)}
          columns={[
            { name: "kind", label: t("ipRow.kind"), em: 9, placeholder: t("choose"), options: ipKinds.map(({ code, zh }) => ({ value: code as string, label: zh })) },
            { name: "number", label: t("ipRow.number"), em: 10 },
            { name: "status", label: t("ipRow.status"), em: 6, placeholder: t("choose"), options: ipStatuses.map(({ code, zh }) => ({ value: code, label: zh })) },
            { name: "title", label: t("ipRow.title"), em: 10 },
          ]} />
        <TextArea name="coOwners" label={labels.coOwners} hint={t("hints.coOwners")} rows={2} error={errors.coOwners} remark={remark("coOwners")} defaultValue={content.coOwners.join("\n")} />
      </Section>
      <Section id="cooperation" number={5} title={t("sections.cooperation")}>
        <ModesField side="achievement" value={content.modes} context={context} />
        <NegotiableAmount choice={<RadioGroup name="priceKind" label={t("pricing")} inline defaultValue={content.priceKind} remark={remark("price")} options={(["negotiable", "fixed", "from"] as const).map((value) => ({ value, label: t(`priceKind.${value}`) }))} />}>
          <MoneyInput name="price" label={labels.price} hint={t("hints.price")} unit="wan" doubt={words.moneyDoubt} error={errors.price} defaultValue={content.priceFen === null ? "" : String(content.priceFen / 1_000_000)} />
        </NegotiableAmount>
      </Section>
      <Section id="publicity" number={6} title={t("sections.publicity")}>
        <p className="max-w-[44em] text-dense text-ink-3">{t("hints.audience")}</p>
        <PublicityFields fields={achievementAudienceFields} audience={content.audience} version={version} context={context} />
      </Section>
    </>
  );
}
