import type { Metadata } from "next";
import Link from "@/app/_components/ui/link";
import { getTranslations } from "next-intl/server";
import { requireActing } from "@/app/_server/actor";
import { ProfileFields } from "@/app/_components/organisation/profile-fields";
import { VerificationChip } from "@/app/_components/organisation/verification-chip";
import { ActForm, FormField, SubmitButton } from "@/app/_components/ui/act-form";
import { Facts } from "@/app/_components/ui/facts";
import { codeName } from "@/lib/codes/lists";
import { placeName } from "@/lib/codes/places";
import { dateInHarbin, formatDate } from "@/lib/core/dates";
import { openKinds } from "@/lib/organisations/input";
import { canGovern, canRequestVerification } from "@/lib/organisations/policy";
import { getProfile } from "@/lib/organisations/queries";
import { currentReviewLimit } from "@/lib/reviews/queries";
import { askVerification, saveProfile } from "./actions";

type Props = { params: Promise<{ org: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const person = await requireActing((await params).org);
  const t = await getTranslations("organisations.settings");
  return { title: `${person.acting.name} — ${t("title")}` };
}

export default async function SettingsPage({ params }: Props) {
  const person = await requireActing((await params).org);
  const { organisationId, slug } = person.acting;
  const profile = await getProfile(person, organisationId);
  const t = await getTranslations("organisations");
  const facts = { ...profile, suspended: profile.suspendedAt !== null };
  return (
    <div className="grid max-w-[60rem] gap-6">
      <h1>{t("settings.title")}</h1>
      <section className="panel grid gap-3">
        <h2 className="flex flex-wrap items-center gap-3 text-h3">{t("settings.verification")} <VerificationChip status={profile.verification} /></h2>
        {profile.verification === "verified" && profile.verifiedAt ? <p>{t("settings.verifiedAt", { date: formatDate(dateInHarbin(profile.verifiedAt)) })}</p> : <p className="text-ink-2">{t("settings.verificationLead", { days: await currentReviewLimit() })}</p>}
        {profile.verifiedName && profile.verifiedName !== profile.name ? <p>{t("settings.publicName", { name: profile.verifiedName })}</p> : null}
        {canRequestVerification(person, facts) ? (
          <ActForm action={askVerification} org={slug} hidden={{ organisationId }}><div><SubmitButton>{t("settings.request")}</SubmitButton></div></ActForm>
        ) : null}
        <p><Link href={`/organisations/${organisationId}`}>{t("settings.public")}</Link></p>
      </section>
      <section className="panel grid gap-4">
        <h2 className="text-h3">{t("settings.profile")}</h2>
        {canGovern(person, facts) ? (
          <ActForm action={saveProfile} org={slug} hidden={{ organisationId }} className="grid max-w-[37.5rem] gap-5">
            {profile.kind === "bureau" ? null : <FormField name="kind" type="radio" label={t("field.kind")} required options={openKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))} defaultValue={profile.kind} />}
            <ProfileFields values={profile} remarks={profile.verificationRemarks ?? {}} remarkBy={t("verification.sent_back")} />
            <p className="text-dense text-ink-3">{t("settings.anewHint")}</p>
            <div><SubmitButton>{t("settings.save")}</SubmitButton></div>
          </ActForm>
        ) : (
          <>
            <p className="text-ink-2">{t("settings.viewerNote")}</p>
            <Facts items={[
              { label: t("field.name"), value: profile.name },
              { label: t("field.kind"), value: t(`kind.${profile.kind}`) },
              { label: t("field.creditCode"), value: profile.creditCode ?? "—" },
              { label: t("field.districtCode"), value: placeName(profile.districtCode) || "—" },
              { label: t("field.nature"), value: codeName("nature", profile.nature) || "—" },
              { label: t("field.introduction"), value: profile.introduction ?? "—" },
            ]} />
          </>
        )}
      </section>
    </div>
  );
}
