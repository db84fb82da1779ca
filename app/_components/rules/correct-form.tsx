import { getTranslations } from "next-intl/server";
import { correct } from "@/app/(bureau)/rules/actions";
import { ActForm, FormField, SubmitButton } from "@/app/_components/ui/act-form";
import { LinkButton } from "@/app/_components/ui/button";
import { isDayLimit, type Rule } from "@/lib/codes/rules";
import { ruleWords } from "./rule-words";

/** Starts from the period that is to be corrected: the same day puts it right, a later one follows it. */
export async function CorrectForm({ rule, cancel }: { rule: Rule; cancel: string }) {
  const [t, codes] = await Promise.all([getTranslations("codes.correct"), getTranslations("codes")]);
  const words = ruleWords(codes);
  const { value, unit } = rule;
  return (
    <section id="correct" className="panel grid scroll-mt-20 gap-4">
      <h2 className="text-h3">{t("heading", { name: words.name(rule) })}</h2>
      <p className="text-dense text-ink-2">{t("now", { value: words.value(rule) })}</p>
      <ActForm action={correct} hidden={{ key: rule.key }} ids="rule" className="grid gap-4">
        {isDayLimit(value) ? (
          <>
            <FormField name="days" type="number" label={t("days")} defaultValue={String(value.days)} />
            <FormField name="calendar" type="radio" inline label={t("calendar")} defaultValue={value.calendar} options={(["working", "natural"] as const).map((one) => ({ value: one, label: t(one) }))} />
          </>
        ) : typeof value !== "number" ? null : unit?.startsWith("fen")
          ? <FormField name="amountFen" type="money" moneyUnit="wan" label={t("amount")} defaultValue={String(value / 1_000_000)} />
          : <FormField name="number" type="number" label={t("number")} unit={codes(`ruleUnits.${unit ?? "none"}` as never)} defaultValue={String(value)} />}
        <FormField name="effectiveFrom" type="date" label={t("effectiveFrom")} hint={t("effectiveFromHint")} defaultValue={rule.effectiveFrom} />
        <FormField name="sourceTitle" label={t("sourceTitle")} hint={t("sourceTitleHint")} defaultValue={rule.sourceTitle} width="full" />
        <FormField name="issuer" label={t("issuer")} defaultValue={rule.issuer ?? ""} />
        <FormField name="verified" type="checkbox" label={t("verified")} defaultValue={rule.verified ? "on" : ""} />
        <div className="flex flex-wrap items-center gap-4"><SubmitButton>{t("submit")}</SubmitButton><LinkButton href={cancel}>{t("cancel")}</LinkButton></div>
      </ActForm>
    </section>
  );
}
