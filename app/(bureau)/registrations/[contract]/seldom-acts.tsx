import { getTranslations } from "next-intl/server";
import { LargeAmount } from "@/app/_components/contract/large-amount";
import { ActForm, ConfirmButton, FormField, SubmitButton } from "@/app/_components/ui/act-form";
import { Details } from "@/app/_components/ui/details";
import type { ContractForActor } from "@/lib/contracts/queries";
import { canAmendRegistration, canAskExperts, canDecideRegistration, canReverseRegistration, maySendBackRegistration } from "@/lib/contracts/registrations/policy";
import type { Person } from "@/lib/core/actor";
import { clock } from "@/lib/core/clock";
import { todayInHarbin } from "@/lib/core/dates";
import { formatExact, typedAmount } from "@/lib/core/money";
import { cancel, change, consult, refuse, reverse, sendBack } from "../actions";


export type Props = { actor: Person; contract: ContractForActor };

/**
 * What a reviewer may do besides the next step; each folded form asks for one act. Each has a key: after an act others stand here, and
 * one in the same place would take over what was answered to the one before.
 */
export async function SeldomActs({ actor, contract }: Props) {
  if (canDecideRegistration(actor, contract)) return <Deciding actor={actor} contract={contract} />;
  return (
    <>
      {canAmendRegistration(actor, contract) ? <Amending contract={contract} /> : null}
      {canReverseRegistration(actor, contract) ? <Reversing contract={contract} /> : null}
    </>
  );
}

async function Deciding({ actor, contract }: Props) {
  const t = await getTranslations("registrations");
  const hidden = { contractId: contract.id };
  const { title } = contract;
  return (
    <>
      {canAskExperts(actor, contract) ? (
        <Details key="experts" className="panel"><summary className="text-accent">{t("experts.heading")}</summary>
          <ActForm action={consult} hidden={hidden} className="mt-3 grid gap-4">
            <p className="text-dense text-ink-2">{t("experts.hint")}</p>
            <FormField name="remark" id="expertsRemark" type="textarea" label={t("experts.remark")} rows={3} limit={1000} />
            <div><ConfirmButton rehearsed title={t("experts.title", { title })} body={t("experts.body")}>{t("experts.submit")}</ConfirmButton></div>
          </ActForm>
        </Details>
      ) : null}
      {maySendBackRegistration(actor, contract) ? (
        <Details key="sendBack" className="panel"><summary className="text-accent">{t("sendBack.heading")}</summary>
          <ActForm action={sendBack} hidden={hidden} className="mt-3 grid gap-4">
            <FormField name="remark" id="sendBackRemark" type="textarea" label={t("sendBack.remark")} hint={t("sendBack.hint")} rows={3} limit={1000} />
            <div><SubmitButton variant="plain">{t("sendBack.submit")}</SubmitButton></div>
          </ActForm>
        </Details>
      ) : null}
      <Details key="refuse" className="panel"><summary className="text-bad">{t("refuse.heading")}</summary>
        <ActForm action={refuse} hidden={hidden} className="mt-3 grid gap-4">
          <FormField name="remark" id="refuseRemark" type="textarea" label={t("refuse.remark")} hint={t("refuse.hint")} rows={3} limit={1000} />
          <div><ConfirmButton rehearsed variant="danger" title={t("refuse.title", { title })} body={t("refuse.body")}>{t("refuse.submit")}</ConfirmButton></div>
        </ActForm>
      </Details>
    </>
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
      <Details key="change" className="panel"><summary className="text-accent">{t("change.heading")}</summary>
        <ActForm action={change} hidden={hidden} className="mt-3 grid gap-4">
          <p className="text-dense text-ink-2">{t("change.hint")}</p>
          <FormField name="changedOn" type="date" label={t("change.on")} defaultValue={today} />
          <FormField name="recognisedTotalFen" type="money" label={t("change.total")} defaultValue={typedAmount(recognised)} doubt={doubt} />
          <FormField name="recognisedTechnicalFen" type="money" label={t("change.technical")} defaultValue={typedAmount(contract.registration?.recognisedTechnicalFen)} doubt={doubt} />
          <LargeAmount amount="recognisedTotalFen" />
          <FormField name="remark" id="changeRemark" type="textarea" label={t("change.remark")} rows={2} limit={1000} />
          <div><SubmitButton variant="plain">{t("change.submit")}</SubmitButton></div>
        </ActForm>
      </Details>
      <Details key="cancel" className="panel"><summary className="text-bad">{t("cancel.heading")}</summary>
        <ActForm action={cancel} hidden={hidden} className="mt-3 grid gap-4">
          <FormField name="cancelledOn" type="date" label={t("cancel.on")} defaultValue={today} />
          <FormField name="remark" id="cancelRemark" type="textarea" label={t("cancel.remark")} rows={2} limit={1000} />
          <div><ConfirmButton rehearsed variant="danger" title={t("cancel.title", { title: contract.title })} body={t("cancel.body", { amount: formatExact(recognised) })}>{t("cancel.submit")}</ConfirmButton></div>
        </ActForm>
      </Details>
    </>
  );
}

/** For what was typed wrongly here; what changed at the registrar is a change or a cancellation. */
async function Reversing({ contract }: { contract: ContractForActor }) {
  const t = await getTranslations("registrations.reverse");
  return (
    <Details key="reverse" className="panel"><summary className="text-bad">{t("heading")}</summary>
      <ActForm action={reverse} hidden={{ contractId: contract.id }} className="mt-3 grid gap-4">
        <p className="text-dense text-ink-2">{t("hint")}</p>
        <FormField name="remark" id="reverseRemark" type="textarea" label={t("remark")} rows={2} limit={1000} />
        <div><ConfirmButton rehearsed variant="danger" title={t("title", { title: contract.title })} body={t("body", { number: contract.registration?.officialNumber ?? "" })}>{t("submit")}</ConfirmButton></div>
      </ActForm>
    </Details>
  );
}
