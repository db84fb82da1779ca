import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requirePerson } from "@/app/_server/actor";
import { ContractFacts } from "@/app/_components/contract/contract-facts";
import { RegistrationLine } from "@/app/_components/contract/registration-line";
import { History } from "@/app/_components/deal/history";
import { Breadcrumbs } from "@/app/_components/ui/navigation";
import { getContractRecord, listContractHistory } from "@/lib/contracts/queries";
import { isKnownError } from "@/lib/core/errors";

type Props = { params: Promise<{ contract: string }> };

async function load({ params }: Props) {
  const { contract } = await params;
  const actor = await requirePerson();
  try {
    return { actor, view: await getContractRecord(actor, contract) };
  } catch (error) {
    if (isKnownError(error)) notFound();
    throw error;
  }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { view } = await load(props);
  return { title: (await getTranslations("contracts"))("record.title", { title: view.contract.title }) };
}

/** The contract for the broker who stands in it: to read, in no organisation's name. */
export default async function OwnContractPage(props: Props) {
  const { actor, view } = await load(props);
  const [t, deals] = [await getTranslations("contracts"), await getTranslations("deals")];
  const { contract } = view;
  return (
    <div className="grid gap-5">
      <Breadcrumbs items={[{ label: deals("mine"), href: "/me/deals" }, { label: contract.number }]} />
      <header className="grid gap-1"><h1>{contract.title}</h1><p className="text-ink-2">{t("record.number", { number: contract.number })}</p></header>
      {contract.registration ? <section className="panel grid gap-4"><h2 className="text-h3">{t("record.registration")}</h2><RegistrationLine registration={contract.registration} /></section> : null}
      <ContractFacts view={view} />
      <section className="grid gap-3"><h2 className="text-h3">{t("record.timeline")}</h2><History entries={await listContractHistory(actor, contract.id)} /></section>
    </div>
  );
}
