import { getTranslations } from "next-intl/server";
import { LargeAmount } from "@/app/_components/contract/large-amount";
import { ruleWords } from "@/app/_components/rules/rule-words";
import { ActForm, ConfirmButton, FormField, SubmitButton } from "@/app/_components/ui/act-form";
import { AskedBox } from "@/app/_components/ui/asked-box";
import { NoticeBar } from "@/app/_components/ui/notice-bar";
import { TypedValue } from "@/app/_components/ui/typed-value";
import { currentLimits } from "@/lib/contracts/registrations/due-after";
import { judgedStatuses } from "@/lib/contracts/registrations/states";
import { canAcceptRegistration, canDecideRegistration, canRecordOpinion, mustStandAside } from "@/lib/contracts/registrations/policy";
import { clock } from "@/lib/core/clock";
import { formatDate, todayInHarbin } from "@/lib/core/dates";
import { formatExact, typedAmount } from "@/lib/core/money";
import { accept, recordAnswer, register } from "../actions";
import type { Props } from "./seldom-acts";

/** How long the registrar will have, and whether that has been compared with the law. */
async function limitsSentence(): Promise<string> {
  const [t, codes, { usual, large }] = await Promise.all([getTranslations("registrations"), getTranslations("codes"), currentLimits()]);
  if (!usual || !large) return t("acceptBodyNoLimit");
  const { value } = ruleWords(codes);
  return t("acceptBody", { usual: value(usual), large: value(large), checked: usual.verified && large.verified ? "yes" : "no" });
}

/** What this registration waits for: to be taken in, then to have the registrar's record written down. */
export async function NextStep({ actor, contract }: Props) {
  const t = await getTranslations("registrations");
  const open = contract.registration && (judgedStatuses as readonly string[]).includes(contract.registration.status);
  if (open && mustStandAside(actor, contract)) return <NoticeBar tone="info">{t("own")}</NoticeBar>;
  const ended = contract.status === "terminated" ? <NoticeBar tone="warn">{t("ended.bar", { date: contract.closedOn ? formatDate(contract.closedOn) : "" })}{contract.closingNote ? ` ${t("ended.note", { note: contract.closingNote })}` : ""}</NoticeBar> : null;
  if (canAcceptRegistration(actor, contract)) {
    const { submittedFrom, submittedAt } = contract.registration ?? {};
    return (
      <>
        {ended}
        <ActForm key="accept" action={accept} hidden={{ contractId: contract.id }} className="grid gap-3">
          <FormField name="acceptedOn" type="date" label={t("acceptedOn")} hint={submittedFrom === "correction" && submittedAt ? t("acceptedOnCorrected", { date: formatDate(submittedAt) }) : t("acceptedOnHint")} defaultValue={todayInHarbin(clock.now())} />
          <div><ConfirmButton rehearsed variant="primary" title={t("acceptTitle", { title: contract.title })} body={await limitsSentence()}>{t("accept")}</ConfirmButton></div>
        </ActForm>
      </>
    );
  }
  if (!canDecideRegistration(actor, contract)) return ended;
  return (
    <>
      {ended}
      <Registering contract={contract} />
      {canRecordOpinion(actor, contract) ? (
        <div key="opinion" className="grid gap-4 border-t border-line pt-4">
          <h3 className="text-ui font-semibold">{t("opinion.heading")}</h3>
          <ActForm action={recordAnswer} hidden={{ contractId: contract.id }} className="grid gap-4">
            <FormField name="remark" id="opinionRemark" type="textarea" label={t("opinion.remark")} hint={t("opinion.hint")} rows={3} limit={1000} />
            <div><SubmitButton variant="plain">{t("opinion.submit")}</SubmitButton></div>
          </ActForm>
        </div>
      ) : null}
    </>
  );
}

async function Registering({ contract }: Pick<Props, "contract">) {
  const t = await getTranslations("registrations.register");
  const doubt = (await getTranslations("deals")).raw("terms.doubt") as string;
  const declared = formatExact(contract.totalFen);
  const typed = { number: () => <TypedValue name="officialNumber" />, total: () => <TypedValue name="recognisedTotalFen" unit="wan" capital />, technical: () => <TypedValue name="recognisedTechnicalFen" unit="wan" /> };
  return (
    <div key="register" className="grid gap-4 border-t border-line pt-4">
      <h3 className="text-ui font-semibold">{t("heading")}</h3>
      <ActForm action={register} hidden={{ contractId: contract.id }}>
        <FormField name="officialNumber" label={t("number")} hint={t("numberHint")} required />
        <AskedBox name="joinsImported" label={t("joinsImported")} hint={t("joinsImportedHint")} about="officialNumber" />
        <FormField name="registeredOn" type="date" label={t("on")} defaultValue={todayInHarbin(clock.now())} />
        <FormField name="recognisedTotalFen" type="money" label={t("total")} hint={t("declared", { amount: declared })} defaultValue={typedAmount(contract.totalFen)} doubt={doubt} />
        <FormField name="recognisedTechnicalFen" type="money" label={t("technical")} hint={t("declared", { amount: formatExact(contract.technicalFen) })} defaultValue={typedAmount(contract.technicalFen)} doubt={doubt} />
        <LargeAmount amount="recognisedTotalFen" />
        <FormField name="remark" type="textarea" label={t("remark")} hint={t("remarkHint")} rows={2} />
        {contract.status === "terminated" ? <FormField name="knowingEnded" type="checkbox" label={t("knowingEnded")} /> : null}
        <div><ConfirmButton rehearsed variant="primary" title={t("confirm")} body={<><p>{t.rich("body", typed)}</p><p>{t("differs", { amount: declared })}</p></>}>{t("submit")}</ConfirmButton></div>
      </ActForm>
    </div>
  );
}
