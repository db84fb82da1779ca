import { getTranslations } from "next-intl/server";
import { ActForm, ConfirmButton, FormField, SubmitButton } from "@/app/_components/ui/act-form";
import { Details } from "@/app/_components/ui/details";
import { NoticeBar } from "@/app/_components/ui/notice-bar";
import { TypedValue } from "@/app/_components/ui/typed-value";
import { isParty } from "@/lib/contracts/policy";
import type { ContractForActor } from "@/lib/contracts/queries";
import { canAcceptRegistration, canAmendRegistration, canAskExperts, canDecideRegistration, canRecordOpinion, canReverseRegistration, maySendBackRegistration } from "@/lib/contracts/registrations/policy";
import type { Person } from "@/lib/core/actor";
import { clock } from "@/lib/core/clock";
import { todayInHarbin } from "@/lib/core/dates";
import { formatAmount, formatExact } from "@/lib/core/money";
import { accept, cancel, change, consult, recordAnswer, refuse, register, reverse, sendBack } from "../actions";

const wan = (fen: number | null | undefined) => (fen === null || fen === undefined ? "" : formatAmount(fen, "wan", 6).replace(/\.?0+$/, ""));

type Props = { actor: Person; contract: ContractForActor };

/** What a reviewer may do with this registration now; each form asks for one act. */
export async function RegistrationActs({ actor, contract }: Props) {
  const t = await getTranslations("registrations");
  const hidden = { contractId: contract.id };
  const open = contract.registration && ["submitted", "accepted", "expert_review"].includes(contract.registration.status);
  if (open && isParty(actor, contract)) return <NoticeBar tone="info">{t("own")}</NoticeBar>;
  if (canAcceptRegistration(actor, contract)) {
    return <ActForm action={accept} hidden={hidden} className="grid gap-3"><div><ConfirmButton variant="primary" title={t("acceptTitle", { title: contract.title })} body={t("acceptBody")}>{t("accept")}</ConfirmButton></div></ActForm>;
  }
  if (canDecideRegistration(actor, contract)) return <Deciding actor={actor} contract={contract} />;
  return (
    <div className="grid gap-4">
      {canAmendRegistration(actor, contract) ? <Amending contract={contract} /> : null}
      {canReverseRegistration(actor, contract) ? <Reversing contract={contract} /> : null}
    </div>
  );
}

async function Deciding({ actor, contract }: Props) {
  const t = await getTranslations("registrations");
  const doubt = (await getTranslations("deals")).raw("terms.doubt") as string;
  const hidden = { contractId: contract.id };
  const { title } = contract;
  const declared = formatExact(contract.totalFen);
  const typed = { number: () => <TypedValue name="officialNumber" />, total: () => <TypedValue name="recognisedTotalFen" unit="wan" capital />, technical: () => <TypedValue name="recognisedTechnicalFen" unit="wan" /> };
  return (
    <div className="grid gap-4">
      <section className="panel grid gap-4">
        <h2 className="text-h3">{t("register.heading")}</h2>
        <ActForm action={register} hidden={hidden}>
          <FormField name="officialNumber" label={t("register.number")} hint={t("register.numberHint")} />
          <FormField name="registeredOn" type="date" label={t("register.on")} defaultValue={todayInHarbin(clock.now())} />
          <FormField name="recognisedTotalFen" type="money" label={t("register.total")} hint={t("register.declared", { amount: declared })} defaultValue={wan(contract.totalFen)} doubt={doubt} />
          <FormField name="recognisedTechnicalFen" type="money" label={t("register.technical")} hint={t("register.declared", { amount: formatExact(contract.technicalFen) })} defaultValue={wan(contract.technicalFen)} doubt={doubt} />
          <FormField name="remark" type="textarea" label={t("register.remark")} hint={t("register.remarkHint")} rows={2} />
          <div><ConfirmButton variant="primary" title={t("register.confirm")} body={<><p>{t.rich("register.body", typed)}</p><p>{t("register.differs", { amount: declared })}</p></>}>{t("register.submit")}</ConfirmButton></div>
        </ActForm>
      </section>
      {canRecordOpinion(actor, contract) ? (
        <section className="panel grid gap-4">
          <h2 className="text-h3">{t("opinion.heading")}</h2>
          <ActForm action={recordAnswer} hidden={hidden} className="grid gap-4">
            <FormField name="remark" id="opinionRemark" type="textarea" label={t("opinion.remark")} hint={t("opinion.hint")} rows={3} limit={1000} />
            <div><SubmitButton variant="plain">{t("opinion.submit")}</SubmitButton></div>
          </ActForm>
        </section>
      ) : null}
      {canAskExperts(actor, contract) ? (
        <Details className="panel"><summary className="text-accent">{t("experts.heading")}</summary>
          <ActForm action={consult} hidden={hidden} className="mt-3 grid gap-4">
            <p className="text-dense text-ink-2">{t("experts.hint")}</p>
            <FormField name="remark" id="expertsRemark" type="textarea" label={t("experts.remark")} rows={3} limit={1000} />
            <div><ConfirmButton title={t("experts.title", { title })} body={t("experts.body")}>{t("experts.submit")}</ConfirmButton></div>
          </ActForm>
        </Details>
      ) : null}
      {maySendBackRegistration(actor, contract) ? (
        <Details className="panel"><summary className="text-accent">{t("sendBack.heading")}</summary>
          <ActForm action={sendBack} hidden={hidden} className="mt-3 grid gap-4">
            <FormField name="remark" id="sendBackRemark" type="textarea" label={t("sendBack.remark")} hint={t("sendBack.hint")} rows={3} limit={1000} />
            <div><SubmitButton variant="plain">{t("sendBack.submit")}</SubmitButton></div>
          </ActForm>
        </Details>
      ) : null}
      <Details className="panel"><summary className="text-bad">{t("refuse.heading")}</summary>
        <ActForm action={refuse} hidden={hidden} className="mt-3 grid gap-4">
          <FormField name="remark" id="refuseRemark" type="textarea" label={t("refuse.remark")} hint={t("refuse.hint")} rows={3} limit={1000} />
          <div><ConfirmButton variant="danger" title={t("refuse.title", { title })} body={t("refuse.body")}>{t("refuse.submit")}</ConfirmButton></div>
        </ActForm>
      </Details>
    </div>
  );
}

async function Amending({ contract }: { contract: ContractForActor }) {
  const t = await getTranslations("registrations");
  const doubt = (await getTranslations("deals")).raw("terms.doubt") as string;
  const hidden = { contractId: contract.id };
  const today = todayInHarbin(clock.now());
  const recognised = contract.registration?.recognisedTotalFen ?? contract.totalFen;
  return (
    <>
      <Details className="panel"><summary className="text-accent">{t("change.heading")}</summary>
        <ActForm action={change} hidden={hidden} className="mt-3 grid gap-4">
          <p className="text-dense text-ink-2">{t("change.hint")}</p>
          <FormField name="changedOn" type="date" label={t("change.on")} defaultValue={today} />
          <FormField name="recognisedTotalFen" type="money" label={t("change.total")} defaultValue={wan(recognised)} doubt={doubt} />
          <FormField name="recognisedTechnicalFen" type="money" label={t("change.technical")} defaultValue={wan(contract.registration?.recognisedTechnicalFen)} doubt={doubt} />
          <FormField name="remark" id="changeRemark" type="textarea" label={t("change.remark")} rows={2} limit={1000} />
          <div><SubmitButton variant="plain">{t("change.submit")}</SubmitButton></div>
        </ActForm>
      </Details>
      <Details className="panel"><summary className="text-bad">{t("cancel.heading")}</summary>
        <ActForm action={cancel} hidden={hidden} className="mt-3 grid gap-4">
          <FormField name="cancelledOn" type="date" label={t("cancel.on")} defaultValue={today} />
          <FormField name="remark" id="cancelRemark" type="textarea" label={t("cancel.remark")} rows={2} limit={1000} />
          <div><ConfirmButton variant="danger" title={t("cancel.title", { title: contract.title })} body={t("cancel.body", { amount: formatExact(recognised) })}>{t("cancel.submit")}</ConfirmButton></div>
        </ActForm>
      </Details>
    </>
  );
}

/** For what was typed wrongly here; what changed at the registrar is a change or a cancellation. */
async function Reversing({ contract }: { contract: ContractForActor }) {
  const t = await getTranslations("registrations.reverse");
  return (
    <Details className="panel"><summary className="text-bad">{t("heading")}</summary>
      <ActForm action={reverse} hidden={{ contractId: contract.id }} className="mt-3 grid gap-4">
        <p className="text-dense text-ink-2">{t("hint")}</p>
        <FormField name="remark" id="reverseRemark" type="textarea" label={t("remark")} rows={2} limit={1000} />
        <div><ConfirmButton variant="danger" title={t("title", { title: contract.title })} body={t("body", { number: contract.registration?.officialNumber ?? "" })}>{t("submit")}</ConfirmButton></div>
      </ActForm>
    </Details>
  );
}
