import { getTranslations } from "next-intl/server";
import { ViewerNote } from "@/app/_components/organisation/viewer-note";
import { Details } from "@/app/_components/ui/details";
import { requireActing } from "@/app/_server/actor";
import { ContractSheet } from "@/app/_components/contract/contract-sheet";
import { contractMetadata, loadContract } from "@/app/_components/contract/load-contract";
import { ActForm, ConfirmButton } from "@/app/_components/ui/act-form";
import type { Actor } from "@/lib/core/actor";
import { clock } from "@/lib/core/clock";
import { canCloseContract, canCorrectContract, canTakeBackContract, canUndoClosing, undoClosingDays } from "@/lib/contracts/policy";
import type { ContractForActor } from "@/lib/contracts/queries";
import { canSubmitRegistration, canWithdrawRegistration } from "@/lib/contracts/registrations/policy";
import { findingsOf } from "@/lib/contracts/rules";
import { capitalMoney, formatExact } from "@/lib/core/money";
import { submit, undoClosing, withdraw } from "../actions";
import { CloseForms } from "./close-forms";
import { CorrectForm } from "./correct-form";
import { TakeBackForm } from "./take-back-form";

type Props = { params: Promise<{ org: string; contract: string }> };

export async function generateMetadata({ params }: Props) {
  const { org, contract } = await params;
  await requireActing(org);
  return contractMetadata(contract);
}

/** The contract for its parties: what was signed, where its registration stands, what it counts for. */
export default async function ContractPage({ params }: Props) {
  const { org, contract: id } = await params;
  const actor = await requireActing(org);
  const [t, loaded] = [await getTranslations("contracts"), await loadContract(id)];
  const { contract } = loaded.view;
  return (
    <ContractSheet loaded={loaded} crumb={{ label: t("heading"), href: `/o/${org}/contracts` }} registering={<Registering actor={actor} contract={contract} org={org} />}>
      <ViewerNote actor={actor} organisationId={actor.acting.organisationId} />
      {canCorrectContract(actor, contract) ? (
        <Details className="panel" open={contract.registration?.status === "correction" || contract.registration?.status === "refused"}><summary className="text-accent">{t("correct")}</summary><div className="mt-4"><CorrectForm contract={contract} org={org} /></div></Details>
      ) : null}
      {canUndoClosing(actor, contract, clock.now()) ? (
        <ActForm action={undoClosing} org={org} hidden={{ contractId: contract.id }} className="panel flex flex-wrap items-center gap-4">
          <span className="text-dense text-ink-2">{t("close.undoHint", { days: undoClosingDays })}</span><ConfirmButton title={t("close.undoTitle")} body={t("close.undoBody")}>{t("close.undo")}</ConfirmButton>
        </ActForm>
      ) : null}
      {canTakeBackContract(actor, contract) ? <TakeBackForm contract={contract} org={org} /> : null}
      {canCloseContract(actor, contract) ? <CloseForms contract={contract} org={org} /> : null}
    </ContractSheet>
  );
}

/** Handing the contract in, with what the registrar usually sends back; and taking it back. */
async function Registering({ actor, contract, org }: { actor: Actor; contract: ContractForActor; org: string }) {
  const t = await getTranslations("contracts");
  const maySubmit = canSubmitRegistration(actor, contract);
  const findings = findingsOf(contract);
  const seller = contract.parties.find((one) => one.registers)?.name ?? "";
  const form = { org, hidden: { contractId: contract.id }, className: "grid gap-3" };
  return (
    <>
      {contract.origin === "deal" && contract.status !== "undone" && !maySubmit ? <p className="text-dense text-ink-2">{t("registerAs", { name: seller })}</p> : null}
      {maySubmit ? (
        <>
          <div className="text-dense"><p className="font-semibold">{t("check.title")}</p>
            {findings.length === 0 ? <p className="text-ok">{t("check.ok")}</p> : <ul className="list-disc pl-5 text-warn">{findings.map((finding) => <li key={finding}>{t(`check.${finding}`)}</li>)}</ul>}
          </div>
          <ActForm action={submit} {...form}>
            <div><ConfirmButton variant="primary" title={t("submitTitle", { title: contract.title })} body={t("submitBody", { amount: formatExact(contract.totalFen), capital: capitalMoney(contract.totalFen), technical: formatExact(contract.technicalFen) })}>{t("submit")}</ConfirmButton></div>
          </ActForm>
        </>
      ) : null}
      {canWithdrawRegistration(actor, contract) ? (
        <ActForm action={withdraw} {...form}><div><ConfirmButton title={t("withdrawTitle")} body={t("withdrawBody")}>{t("withdraw")}</ConfirmButton></div></ActForm>
      ) : null}
    </>
  );
}
