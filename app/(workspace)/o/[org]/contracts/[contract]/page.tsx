import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Details } from "@/app/_components/ui/details";
import { requireActing } from "@/app/_server/actor";
import { ContractFacts } from "@/app/_components/contract/contract-facts";
import { RegistrationLine } from "@/app/_components/contract/registration-line";
import { History } from "@/app/_components/deal/history";
import { ActForm, ConfirmButton } from "@/app/_components/ui/act-form";
import { PrintButton } from "@/app/_components/ui/copy-button";
import { Breadcrumbs } from "@/app/_components/ui/navigation";
import { canCloseContract, canCorrectContract } from "@/lib/contracts/policy";
import { getContractRecord, listContractHistory } from "@/lib/contracts/queries";
import { canSubmitRegistration, canWithdrawRegistration } from "@/lib/contracts/registrations/policy";
import { findingsOf } from "@/lib/contracts/rules";
import { isKnownError } from "@/lib/core/errors";
import { capitalMoney, formatExact } from "@/lib/core/money";
import { submit, withdraw } from "../actions";
import { CloseForms } from "./close-forms";
import { CorrectForm } from "./correct-form";

type Props = { params: Promise<{ org: string; contract: string }> };

async function load({ params }: Props) {
  const { org, contract } = await params;
  const actor = await requireActing(org);
  try {
    return { org, actor, view: await getContractRecord(actor, contract) };
  } catch (error) {
    if (isKnownError(error)) notFound();
    throw error;
  }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { view } = await load(props);
  return { title: (await getTranslations("contracts"))("record.title", { title: view.contract.title }) };
}

/** The contract for its parties: what was signed, where its registration stands, what it counts for. */
export default async function ContractPage(props: Props) {
  const { org, actor, view } = await load(props);
  const t = await getTranslations("contracts");
  const { contract } = view;
  const history = await listContractHistory(actor, contract.id);
  const maySubmit = canSubmitRegistration(actor, contract);
  const findings = findingsOf(contract);
  const seller = contract.parties.find((one) => one.registers)?.name ?? "";
  const form = { org, hidden: { contractId: contract.id }, className: "grid gap-3" };
  return (
    <div className="grid gap-5">
      <Breadcrumbs items={[{ label: t("heading"), href: `/o/${org}/contracts` }, { label: contract.number }]} />
      <header className="flex flex-wrap items-start justify-between gap-3">
        <span className="grid gap-1"><h1>{contract.title}</h1><p className="text-ink-2">{t("record.number", { number: contract.number })}</p></span>
        <PrintButton label={(await getTranslations("ui"))("print")} />
      </header>
      <section className="panel grid gap-4">
        <h2 className="text-h3">{t("record.registration")}</h2>
        {contract.registration ? <RegistrationLine registration={contract.registration} /> : null}
        {contract.origin === "deal" && !maySubmit ? <p className="text-dense text-ink-2">{t("registerAs", { name: seller })}</p> : null}
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
      </section>
      {canCorrectContract(actor, contract) ? (
        <Details className="panel" open={contract.registration?.status === "correction" || contract.registration?.status === "refused"}><summary className="text-accent">{t("correct")}</summary><div className="mt-4"><CorrectForm contract={contract} org={org} /></div></Details>
      ) : null}
      {canCloseContract(actor, contract) ? <CloseForms contract={contract} org={org} /> : null}
      <ContractFacts view={view} />
      <section className="grid gap-3"><h2 className="text-h3">{t("record.timeline")}</h2><History entries={history} /></section>
    </div>
  );
}
