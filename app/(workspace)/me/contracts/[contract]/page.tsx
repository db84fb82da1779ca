import { getTranslations } from "next-intl/server";
import { ContractSheet } from "@/app/_components/contract/contract-sheet";
import { contractMetadata, loadContract } from "@/app/_components/contract/load-contract";

type Props = { params: Promise<{ contract: string }> };

export async function generateMetadata({ params }: Props) {
  return contractMetadata((await params).contract);
}

/** The contract for the broker who stands in it: to read, in no organisation's name. */
export default async function OwnContractPage({ params }: Props) {
  const t = await getTranslations("contracts");
  return <ContractSheet loaded={await loadContract((await params).contract)} crumb={{ label: t("mine"), href: "/me/contracts" }} />;
}
