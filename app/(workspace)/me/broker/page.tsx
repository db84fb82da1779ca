import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requirePerson } from "@/app/_server/actor";
import { placeGroups, type PlaceWords } from "@/app/_components/place/places";
import { ActForm, FormField, SubmitButton } from "@/app/_components/ui/act-form";
import { Facts } from "@/app/_components/ui/facts";
import { NoticeBar } from "@/app/_components/ui/notice-bar";
import { industries, termName } from "@/lib/codes/taxonomy";
import { placeName } from "@/lib/codes/places";
import { canApply, canChangeProfile } from "@/lib/brokers/policy";
import { getOwnBroker } from "@/lib/brokers/queries";
import { currentReviewLimit } from "@/lib/reviews/queries";
import { apply, change } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("brokers.own");
  return { title: t("title") };
}

export default async function OwnBrokerPage() {
  const person = await requirePerson();
  const broker = await getOwnBroker(person);
  const t = await getTranslations("brokers.own");
  const fields = industries.map((industry) => ({ label: industry.zh, options: industry.fields.map((field) => ({ value: field.code, label: field.zh })) }));
  const places = placeGroups((await getTranslations("codes")).raw("placeGroups") as PlaceWords);
  const changing = canChangeProfile(person, broker);
  const status = broker && broker.status !== "sent_back" ? broker.status : null;
  return (
    <div className="grid max-w-[37.5rem] gap-5">
      <h1>{t("title")}</h1>
      <p className="text-ink-2">{t("lead")}</p>
      {status ? <NoticeBar tone={status === "approved" ? "ok" : status === "suspended" ? "bad" : "info"}>{t(status, { days: await currentReviewLimit() })}</NoticeBar> : null}
      {broker?.remark ? <NoticeBar tone="warn">{t("remark", { remark: broker.remark })}</NoticeBar> : null}
      {broker && status && !changing ? (
        <Facts items={[
          { label: t("introduction"), value: broker.introduction },
          { label: t("certificate"), value: broker.certificate ?? "—" },
          { label: t("fields"), value: broker.fieldCodes.map((code) => termName(code)).join(" · ") || "—" },
          { label: t("district"), value: placeName(broker.districtCode) || "—" },
          { label: t("organisation"), value: broker.organisation ?? t("alone") },
        ]} />
      ) : null}
      {changing && broker?.certificate ? <Facts items={[{ label: t("certificate"), value: broker.certificate, note: t("certificateKept") }]} /> : null}
      {!person.emailVerified ? <NoticeBar tone="warn">{t("unverified")}</NoticeBar> : null}
      {canApply(person, broker) || changing ? (
        <ActForm action={changing ? change : apply}>
          <FormField name="introduction" type="textarea" label={t("introduction")} hint={t("introductionHint")} required limit={500} defaultValue={broker?.introduction} />
          {changing ? null : <FormField name="certificate" label={t("certificate")} mark={t("optional")} defaultValue={broker?.certificate} />}
          {[0, 1, 2].map((index) => (
            <FormField key={index} name={`fieldCodes.${index}`} type="select" label={`${t("fields")} ${index + 1}`} mark={t("optional")} options={fields} defaultValue={broker?.fieldCodes[index]} />
          ))}
          <FormField name="districtCode" type="select" label={t("district")} mark={t("optional")} placeholder={t("noPlace")} options={places} defaultValue={broker?.districtCode} />
          <FormField name="organisationId" type="select" label={t("organisation")} placeholder={t("alone")} defaultValue={broker?.organisationId}
            options={person.memberships.filter((m) => m.kind === "agency").map((m) => ({ value: m.organisationId, label: m.name }))} />
          <div><SubmitButton>{changing ? t("save") : broker ? t("again") : t("submit")}</SubmitButton></div>
        </ActForm>
      ) : null}
    </div>
  );
}
