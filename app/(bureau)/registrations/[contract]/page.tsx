import { getTranslations } from "next-intl/server";
import { requireBureau } from "@/app/_server/actor";
import { ContractSheet } from "@/app/_components/contract/contract-sheet";
import { contractMetadata, loadContract } from "@/app/_components/contract/load-contract";
import { NextStep } from "./next-step";
import { SeldomActs } from "./seldom-acts";

type Props = { params: Promise<{ contract: string }> };

export async function generateMetadata({ params }: Props) {
  await requireBureau();
  return contractMetadata((await params).contract);
}

/** The bureau's view of a contract: what is asked of it now, and down to the events behind every amount. */
export default async function RegistrationPage({ params }: Props) {
  const [actor, { contract }] = [await requireBureau(), await params];
  const [t, loaded] = [await getTranslations("registrations"), await loadContract(contract)];
  const acts = { actor, contract: loaded.view.contract };
  return <ContractSheet loaded={loaded} crumb={{ label: t("heading"), href: "/registrations" }} registering={acts.contract.registration ? <NextStep {...acts} /> : null} seldom={<SeldomActs {...acts} />} />;
}
