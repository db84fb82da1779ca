import { useTranslations } from "next-intl";
import { propose } from "@/app/(workspace)/o/[org]/deals/actions";
import { ActForm, FormField, SubmitButton } from "@/app/_components/ui/act-form";
import { codeName } from "@/lib/codes/lists";
import { KeptTyping } from "@/app/_components/ui/kept-typing";
import { typedAmount } from "@/lib/core/money";
import { cooperationModes } from "@/lib/deals/input";
import type { TermsView } from "@/lib/deals/queries";

/** The whole sheet; begins with the last version, so that only what changes is typed. What was typed over an older version is not put over a newer one. */
export function TermsForm({ dealId, person, org, content, version }: { dealId: string; person: string; org?: string; content: TermsView["content"] | null; version: number }) {
  const t = useTranslations("deals.terms");
  return (
    <ActForm action={propose} hidden={{ dealId }} {...(org ? { org } : {})}>
      <KeptTyping person={person} record={`terms:${dealId}:${version}`} words={{ restored: t("typedBack"), discard: t("typedAway") }} />
      <FormField name="mode" type="select" label={t("mode")} placeholder="" defaultValue={content?.mode ?? ""} options={cooperationModes.map((mode) => ({ value: mode, label: codeName("mode", mode) }))} />
      <FormField name="totalFen" type="money" label={t("total")} hint={t("totalHint")} defaultValue={typedAmount(content?.totalFen)} doubt={t.raw("doubt") as string} />
      <FormField name="technicalFen" type="money" label={t("technical")} hint={t("technicalHint")} defaultValue={typedAmount(content?.technicalFen)} doubt={t.raw("doubt") as string} />
      <FormField name="payment" type="textarea" label={t("payment")} defaultValue={content?.payment ?? ""} rows={3} limit={1000} />
      <FormField name="ownership" type="textarea" label={t("ownership")} defaultValue={content?.ownership ?? ""} rows={3} limit={1000} />
      <FormField name="delivery" type="textarea" label={t("delivery")} defaultValue={content?.delivery ?? ""} rows={3} limit={1000} />
      <div className="flex flex-wrap gap-5">
        <FormField name="startsOn" type="date" label={t("startsOn")} defaultValue={content?.startsOn ?? ""} />
        <FormField name="endsOn" type="date" label={t("endsOn")} defaultValue={content?.endsOn ?? ""} />
      </div>
      <FormField name="other" type="textarea" label={t("other")} hint={t("otherHint")} defaultValue={content?.other ?? ""} rows={2} limit={2000} />
      <div><SubmitButton>{content ? t("revise") : t("propose")}</SubmitButton></div>
    </ActForm>
  );
}
