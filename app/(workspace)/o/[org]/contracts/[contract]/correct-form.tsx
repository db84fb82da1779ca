import { getTranslations } from "next-intl/server";
import { LargeAmount } from "@/app/_components/contract/large-amount";
import { SubTypeField } from "@/app/_components/contract/sub-type-field";
import { subTypeGroups } from "@/app/_components/contract/sub-type-groups";
import { FurtherParties, SideFields } from "@/app/_components/deal/party-fields";
import { ActForm, FormField, SubmitButton } from "@/app/_components/ui/act-form";
import { contractTypes, ipKinds, planSources, techAreas } from "@/lib/codes/lists";
import type { ContractForActor, PartyRow } from "@/lib/contracts/queries";
import { typedAmount } from "@/lib/core/money";
import type { DealSide } from "@/lib/deals/states";
import { correct } from "../actions";

const options = (entries: readonly { code: string; zh: string }[]) => entries.map((entry) => ({ value: entry.code, label: entry.zh }));

export async function CorrectForm({ contract, org }: { contract: ContractForActor; org: string }) {
  const [t, words] = [await getTranslations("deals"), await getTranslations("contracts")];
  const doubt = t.raw("terms.doubt") as string;
  const sides = { seller: sideOf(contract, "seller"), buyer: sideOf(contract, "buyer") };
  return (
    <ActForm action={correct} org={org} hidden={{ contractId: contract.id, sellerId: contract.sides?.seller ?? "", buyerId: contract.sides?.buyer ?? "" }}>
      <FormField name="title" label={t("sign.title")} defaultValue={contract.title} limit={100} />
      <FormField name="type" type="select" label={t("sign.type")} defaultValue={contract.type} options={options(contractTypes)} />
      <SubTypeField label={t("sign.subType")} defaultValue={contract.subType ?? ""} groups={subTypeGroups()} />
      <FormField name="techArea" type="select" label={t("sign.techArea")} placeholder="" defaultValue={contract.techArea} options={options(techAreas)} />
      <FormField name="totalFen" type="money" label={t("terms.total")} hint={words("amountsBound")} defaultValue={typedAmount(contract.totalFen)} doubt={doubt} />
      <FormField name="technicalFen" type="money" label={t("terms.technical")} hint={t("terms.technicalHint")} defaultValue={typedAmount(contract.technicalFen)} doubt={doubt} />
      <LargeAmount amount="totalFen" />
      <div className="flex flex-wrap gap-5">
        <FormField name="signedOn" type="date" label={t("sign.signedOn")} defaultValue={contract.signedOn} />
        <FormField name="startsOn" type="date" label={t("terms.startsOn")} defaultValue={contract.startsOn ?? ""} />
        <FormField name="endsOn" type="date" label={t("terms.endsOn")} defaultValue={contract.endsOn ?? ""} />
      </div>
      <SideFields sides={sides} />
      <FormField name="ipKind" type="select" label={t("sign.ipKind")} placeholder="" defaultValue={contract.ipKind ?? ""} options={options(ipKinds)} />
      <FormField name="planSource" type="select" label={t("sign.planSource")} defaultValue={contract.planSource ?? "none"} options={options(planSources)} />
      <FormField name="payment" type="textarea" label={t("sign.payment")} defaultValue={contract.payment ?? ""} rows={3} />
      <FurtherParties sides={sides} />
      <div><SubmitButton>{words("save")}</SubmitButton></div>
    </ActForm>
  );
}

/** As recorded: the deal's own organisation, and who stands beside it. */
function sideOf(contract: ContractForActor, side: DealSide) {
  const parties = contract.parties.filter((one) => one.side === side);
  const own = parties.find((one) => one.organisationId === contract.sides?.[side]);
  const place = (row: PartyRow | undefined) => row?.districtCode ?? row?.country ?? "";
  const further = parties.filter((one) => one !== own).map((row) => ({ name: row.name, creditCode: row.creditCode ?? "", nature: row.nature ?? "", place: place(row), share: String((row.shareBasisPoints ?? 0) / 100) }));
  return { name: own?.name ?? "", place: place(own), nature: own?.nature ?? "", further };
}
