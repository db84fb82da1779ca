import { useTranslations } from "next-intl";
import { ActForm, ConfirmButton, FormField } from "@/app/_components/ui/act-form";
import { Details } from "@/app/_components/ui/details";
import type { ContractForActor } from "@/lib/contracts/queries";
import { takeBack } from "../actions";

/** The record was a mistake: it is taken back with a reason, and the deal can be recorded again. */
export function TakeBackForm({ contract, org }: { contract: ContractForActor; org: string }) {
  const t = useTranslations("contracts.takeBack");
  return (
    <Details className="panel"><summary className="text-accent">{t("heading")}</summary>
      <ActForm action={takeBack} org={org} hidden={{ contractId: contract.id }} className="mt-4 grid gap-4">
        <p className="text-dense text-ink-2">{t("hint")}</p>
        <FormField name="closingNote" id="takeBackNote" type="textarea" label={t("note")} rows={2} limit={500} />
        <div><ConfirmButton rehearsed variant="danger" title={t("title", { title: contract.title })} body={t("body")}>{t("submit")}</ConfirmButton></div>
      </ActForm>
    </Details>
  );
}
