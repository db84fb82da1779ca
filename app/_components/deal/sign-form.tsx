import { getTranslations } from "next-intl/server";
import { sign } from "@/app/(workspace)/o/[org]/deals/actions";
import { LargeAmount } from "@/app/_components/contract/large-amount";
import { SubTypeField } from "@/app/_components/contract/sub-type-field";
import { subTypeGroups } from "@/app/_components/contract/sub-type-groups";
import { ActForm, ConfirmButton, FormField } from "@/app/_components/ui/act-form";
import { KeptTyping } from "@/app/_components/ui/kept-typing";
import { TypedValue } from "@/app/_components/ui/typed-value";
import { contractTypes, ipKinds, planSources, techAreas } from "@/lib/codes/lists";
import { clock } from "@/lib/core/clock";
import { todayInHarbin } from "@/lib/core/dates";
import { formatExact, typedAmount } from "@/lib/core/money";
import { natureCode } from "@/lib/deals/contract-parties";
import type { DealView } from "@/lib/deals/queries";
import { FurtherParties, SideFields } from "./party-fields";
import { SideNames } from "./side-names";

const typeOfMode: Record<string, string> = {
  transfer: "transfer", license: "license", commissioned_development: "development", joint_development: "development", technical_service: "service", technical_consulting: "consulting",
};
const options = (entries: readonly { code: string; zh: string }[]) => entries.map((entry) => ({ value: entry.code, label: entry.zh }));

/** The signed contract as the registrar wants it; filled from the agreed terms. What was typed by the terms of then is not put over others. */
export async function SignForm({ view, person, org }: { view: DealView; person: string; org: string }) {
  const t = await getTranslations("deals");
  const content = view.terms[0]?.content;
  const doubt = t.raw("terms.doubt") as string;
  const sideOf = (party: DealView["seller"]) => ({ name: party.name, place: party.districtCode ?? "", nature: natureCode(party.nature) ?? "" });
  const sides = { seller: sideOf(view.seller), buyer: sideOf(view.buyer) };
  const agreed = (fen: number | undefined) => t("sign.amountHint", { amount: formatExact(fen ?? 0) });
  const names = { share: t.raw("sign.partyShare") as string, separator: (await getTranslations("listings"))("separator") };
  return (
    <section className="panel grid gap-4">
      <h2 className="text-h3">{t("sign.heading")}</h2>
      <p className="text-ink-2">{t("sign.intro")}</p>
      <ActForm action={sign} org={org} hidden={{ dealId: view.deal.id, sellerId: view.seller.id, buyerId: view.buyer.id }}>
        <KeptTyping person={person} record={`contract:${view.deal.id}:${view.contracts.length}:${view.terms[0]?.ordinal ?? 0}`} words={{ restored: t("sign.typedBack"), discard: t("terms.typedAway") }} />
        <FormField name="title" label={t("sign.title")} defaultValue={view.deal.title} limit={100} />
        <FormField name="type" type="select" label={t("sign.type")} placeholder="" defaultValue={typeOfMode[content?.mode ?? ""] ?? ""} options={options(contractTypes)} />
        <SubTypeField label={t("sign.subType")} hint={t("sign.subTypeHint")} groups={subTypeGroups()} />
        <FormField name="totalFen" type="money" label={t("terms.total")} hint={agreed(content?.totalFen)} defaultValue={typedAmount(content?.totalFen)} doubt={doubt} />
        <FormField name="technicalFen" type="money" label={t("terms.technical")} hint={agreed(content?.technicalFen)} defaultValue={typedAmount(content?.technicalFen)} doubt={doubt} />
        <LargeAmount amount="totalFen" />
        <div className="flex flex-wrap gap-5">
          <FormField name="signedOn" type="date" label={t("sign.signedOn")} defaultValue={todayInHarbin(clock.now())} />
          <FormField name="startsOn" type="date" label={t("terms.startsOn")} defaultValue={content?.startsOn ?? ""} />
          <FormField name="endsOn" type="date" label={t("terms.endsOn")} defaultValue={content?.endsOn ?? ""} />
        </div>
        <SideFields sides={sides} />
        <FormField name="techArea" type="select" label={t("sign.techArea")} hint={t("sign.techAreaHint")} placeholder="" defaultValue={view.techArea ?? ""} options={options(techAreas)} />
        <FormField name="ipKind" type="select" label={t("sign.ipKind")} placeholder="" defaultValue={view.ipKind ?? ""} options={options(ipKinds)} />
        <FormField name="planSource" type="select" label={t("sign.planSource")} defaultValue="none" options={options(planSources)} />
        <FormField name="payment" type="textarea" label={t("sign.payment")} defaultValue={content?.payment ?? ""} rows={3} />
        <FurtherParties sides={sides} />
        <div><ConfirmButton rehearsed variant="primary" title={t("sign.confirmTitle")} body={<p>{t.rich("sign.confirmBody", { sellers: () => <SideNames own={view.seller.name} group="coSellers" words={names} />, buyers: () => <SideNames own={view.buyer.name} group="coBuyers" words={names} />, total: () => <TypedValue name="totalFen" unit="wan" capital />, technical: () => <TypedValue name="technicalFen" unit="wan" /> })}</p>}>{t("sign.submit")}</ConfirmButton></div>
      </ActForm>
    </section>
  );
}
