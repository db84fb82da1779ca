import { getTranslations } from "next-intl/server";
import { ActForm, ConfirmButton, FormField, SubmitButton } from "@/app/_components/ui/act-form";
import { Details } from "@/app/_components/ui/details";
import { NoticeBar } from "@/app/_components/ui/notice-bar";
import { isParty } from "@/lib/contracts/policy";
import type { ContractForActor } from "@/lib/contracts/queries";
import { canAcceptRegistration, canAmendRegistration, canDecideRegistration } from "@/lib/contracts/registrations/policy";
import type { Person } from "@/lib/core/actor";
import { clock } from "@/lib/core/clock";
import { todayInHarbin } from "@/lib/core/dates";
import { formatAmount, formatExact } from "@/lib/core/money";
import { accept, cancel, change, refuse, register, sendBack } from "../actions";

const wan = (fen: number | null | undefined) => (fen === null || fen === undefined ? "" : formatAmount(fen, "wan", 6).replace(/\.?0+$/, ""));

/** What a reviewer may do with this registration now; each form asks for one act. */
export async function RegistrationActs({ actor, contract }: { actor: Person; contract: ContractForActor }) {
  const t = await getTranslations("registrations");
  const doubt = (await getTranslations("deals")).raw("terms.doubt") as string;
  const hidden = { contractId: contract.id };
  const today = todayInHarbin(clock.now());
  const { title } = contract;
  const declared = formatExact(contract.totalFen);
  const open = contract.registration && ["submitted", "accepted", "expert_review"].includes(contract.registration.status);
  if (open && isParty(actor, contract)) return <NoticeBar tone="info">{t("own")}</NoticeBar>;
  if (canAcceptRegistration(actor, contract)) {
    return <ActForm action={accept} hidden={hidden} className="grid gap-3"><div><ConfirmButton variant="primary" title={t("acceptTitle", { title })} body={t("acceptBody")}>{t("accept")}</ConfirmButton></div></ActForm>;
  }
  if (canDecideRegistration(actor, contract)) {
    return (
      <div className="grid gap-4">
        <section className="panel grid gap-4">
          <h2 className="text-h3">{t("register.heading")}</h2>
          <ActForm action={register} hidden={hidden}>
            <FormField name="officialNumber" label={t("register.number")} hint={t("register.numberHint")} />
            <FormField name="registeredOn" type="date" label={t("register.on")} defaultValue={today} />
            <FormField name="recognisedTotalFen" type="money" label={t("register.total")} hint={t("register.declared", { amount: declared })} defaultValue={wan(contract.totalFen)} doubt={doubt} />
            <FormField name="recognisedTechnicalFen" type="money" label={t("register.technical")} hint={t("register.declared", { amount: formatExact(contract.technicalFen) })} defaultValue={wan(contract.technicalFen)} doubt={doubt} />
            <FormField name="remark" type="textarea" label={t("register.remark")} hint={t("register.remarkHint")} rows={2} />
            <div><ConfirmButton variant="primary" title={t("register.confirm")} body={t("register.body", { amount: declared })}>{t("register.submit")}</ConfirmButton></div>
          </ActForm>
        </section>
        <Details className="panel"><summary className="text-accent">{t("sendBack.heading")}</summary>
          <ActForm action={sendBack} hidden={hidden} className="mt-3 grid gap-4">
            <FormField name="remark" id="sendBackRemark" type="textarea" label={t("sendBack.remark")} hint={t("sendBack.hint")} rows={3} limit={1000} />
            <div><SubmitButton variant="plain">{t("sendBack.submit")}</SubmitButton></div>
          </ActForm>
        </Details>
        <Details className="panel"><summary className="text-bad">{t("refuse.heading")}</summary>
          <ActForm action={refuse} hidden={hidden} className="mt-3 grid gap-4">
            <FormField name="remark" id="refuseRemark" type="textarea" label={t("refuse.remark")} hint={t("refuse.hint")} rows={3} limit={1000} />
            <div><ConfirmButton variant="danger" title={t("refuse.title", { title })} body={t("refuse.body")}>{t("refuse.submit")}</ConfirmButton></div>
          </ActForm>
        </Details>
      </div>
    );
  }
  if (!canAmendRegistration(actor, contract)) return null;
  const recognised = contract.registration?.recognisedTotalFen ?? contract.totalFen;
  return (
    <div className="grid gap-4">
      <Details className="panel"><summary className="text-accent">{t("change.heading")}</summary>
        <ActForm action={change} hidden={hidden} className="mt-3 grid gap-4">
          <p className="text-dense text-ink-2">{t("change.hint")}</p>
          <FormField name="changedOn" type="date" label={t("change.on")} defaultValue={today} />
          <FormField name="recognisedTotalFen" type="money" label={t("change.total")} defaultValue={wan(recognised)} doubt={doubt} />
          <FormField name="recognisedTechnicalFen" type="money" label={t("change.technical")} defaultValue={wan(contract.registration?.recognisedTechnicalFen)} doubt={doubt} />
          <FormField name="remark" type="textarea" label={t("change.remark")} rows={2} limit={1000} />
          <div><SubmitButton variant="plain">{t("change.submit")}</SubmitButton></div>
        </ActForm>
      </Details>
      <Details className="panel"><summary className="text-bad">{t("cancel.heading")}</summary>
        <ActForm action={cancel} hidden={hidden} className="mt-3 grid gap-4">
          <FormField name="cancelledOn" type="date" label={t("cancel.on")} defaultValue={today} />
          <FormField name="remark" id="cancelRemark" type="textarea" label={t("cancel.remark")} rows={2} limit={1000} />
          <div><ConfirmButton variant="danger" title={t("cancel.title", { title })} body={t("cancel.body", { amount: formatExact(recognised) })}>{t("cancel.submit")}</ConfirmButton></div>
        </ActForm>
      </Details>
    </div>
  );
}
