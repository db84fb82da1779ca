import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireBureau } from "@/app/_server/actor";
import { ContractFacts } from "@/app/_components/contract/contract-facts";
import { RegistrationLine } from "@/app/_components/contract/registration-line";
import { History } from "@/app/_components/deal/history";
import { PrintButton } from "@/app/_components/ui/copy-button";
import { Breadcrumbs } from "@/app/_components/ui/navigation";
import { getContractRecord, listContractHistory } from "@/lib/contracts/queries";
import { isKnownError } from "@/lib/core/errors";
import { RegistrationActs } from "./registration-acts";

type Props = { params: Promise<{ contract: string }> };

async function load({ params }: Props) {
  const [actor, { contract }] = [await requireBureau(), await params];
  try {
    return { actor, view: await getContractRecord(actor, contract) };
  } catch (error) {
    if (isKnownError(error)) notFound();
    throw error;
  }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { view } = await load(props);
  return { title: (await getTranslations("registrations"))("recordTitle", { title: view.contract.title }) };
}

/** The bureau's view of a contract: what is asked of it now, and down to the events behind every amount. */
export default async function RegistrationPage(props: Props) {
  const { actor, view } = await load(props);
  const t = await getTranslations("registrations");
  const words = await getTranslations("contracts");
  const history = await listContractHistory(actor, view.contract.id);
  return (
    <div className="grid gap-5">
      <Breadcrumbs items={[{ label: t("heading"), href: "/registrations" }, { label: view.contract.number }]} />
      <header className="flex flex-wrap items-start justify-between gap-3">
        <span className="grid gap-1"><h1>{view.contract.title}</h1><p className="text-ink-2">{words("record.number", { number: view.contract.number })}</p></span>
        <PrintButton label={(await getTranslations("ui"))("print")} />
      </header>
      {view.contract.registration ? <section className="panel"><RegistrationLine registration={view.contract.registration} /></section> : null}
      <RegistrationActs actor={actor} contract={view.contract} />
      <ContractFacts view={view} />
      <section className="grid gap-3"><h2 className="text-h3">{words("record.timeline")}</h2><History entries={history} /></section>
    </div>
  );
}
