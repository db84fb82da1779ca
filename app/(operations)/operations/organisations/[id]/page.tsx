import type { Metadata } from "next";
import Link from "@/app/_components/ui/link";
import { getTranslations } from "next-intl/server";
import { requireOperator } from "@/app/_server/actor";
import { found } from "@/app/_server/found";
import { Invitations } from "@/app/_components/organisation/invitations";
import { VerificationChip } from "@/app/_components/organisation/verification-chip";
import { ActForm, ConfirmButton, FormField, SubmitButton } from "@/app/_components/ui/act-form";
import { Breadcrumbs } from "@/app/_components/ui/navigation";
import { Facts } from "@/app/_components/ui/facts";
import { placeName } from "@/lib/codes/places";
import { verifiedFields } from "@/lib/organisations/input";
import { canRestoreOrganisation, canSendBackVerification, canSuspendOrganisation, canVerify } from "@/lib/organisations/policy";
import { getProfile, listInvitations, listMembers } from "@/lib/organisations/queries";
import { restore, revoke, sendBack, suspend, verify } from "./actions";
import { Administrators } from "./administrators";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("operations.organisations");
  return { title: t("detail") };
}

async function load(person: Awaited<ReturnType<typeof requireOperator>>, id: string) {
  return found(Promise.all([getProfile(person, id), listMembers(person, id), listInvitations(person, id)]));
}

export default async function OrganisationPage({ params }: { params: Promise<{ id: string }> }) {
  const person = await requireOperator();
  const { id } = await params;
  const [profile, members, invitations] = await load(person, id);
  const t = await getTranslations("operations.organisations");
  const words = await getTranslations("organisations");
  const facts = { ...profile, suspended: profile.suspendedAt !== null };
  const hidden = { organisationId: id };
  return (
    <div className="grid max-w-[60rem] gap-6">
      <Breadcrumbs items={[{ label: t("title"), href: "/operations/organisations" }, { label: profile.name }]} />
      <h1 className="flex flex-wrap items-center gap-3">{profile.name} <VerificationChip status={profile.verification} />{facts.suspended ? <span className="text-ui text-bad">{words("suspended")}</span> : null}</h1>
      <section className="panel">
        <Facts columns={2} items={[
          ...(profile.verifiedName && profile.verifiedName !== profile.name ? [{ label: t("verifiedName"), value: profile.verifiedName }] : []),
          { label: words("field.kind"), value: words(`kind.${profile.kind}`) },
          { label: words("field.creditCode"), value: profile.creditCode ?? "—" },
          { label: words("field.districtCode"), value: placeName(profile.districtCode) || "—" },
          { label: words("field.address"), value: profile.address ?? "—" },
          { label: words("field.contactName"), value: profile.contactName ?? "—" },
          { label: words("field.contactPhone"), value: profile.contactPhone ?? "—" },
          { label: t("members"), value: members.map((member) => member.name).join(" · ") || "—" },
          { label: t("public"), value: facts.suspended ? t("notPublic") : <Link href={`/organisations/${id}`}>{t("openPublic")}</Link> },
        ]} />
      </section>
      {canVerify(person, facts) || canSendBackVerification(person, facts) ? (
        <section className="panel grid gap-6">
          {canVerify(person, facts) ? <ActForm action={verify} hidden={{ ...hidden, name: profile.name, creditCode: profile.creditCode ?? "", kind: profile.kind }}><div><SubmitButton>{t("verify")}</SubmitButton></div></ActForm> : null}
          {canSendBackVerification(person, facts) ? <ActForm action={sendBack} hidden={hidden} className="grid max-w-[37.5rem] gap-4">
            <p className="text-ink-2">{t("sendBackHint")}</p>
            {verifiedFields.map((field) => <FormField key={field} name={`remarks.${field}`} label={t("remarkOn", { field: words(`field.${field}`) })} width="full" />)}
            <div><SubmitButton variant="plain">{t(facts.verification === "verified" ? "sendBackVerified" : "sendBack")}</SubmitButton></div>
          </ActForm> : null}
        </section>
      ) : null}
      <Administrators organisationId={id} members={members} />
      <Invitations invitations={invitations} revoke={revoke} />
      {canSuspendOrganisation(person, facts) ? (
        <ActForm action={suspend} hidden={hidden}>
          <ConfirmButton variant="danger" className="justify-self-start" title={t("suspendTitle", { name: profile.name })} body={<><p>{t("suspendBody")}</p><FormField name="reason" label={t("reason")} required width="full" /></>}>{t("suspend")}</ConfirmButton>
        </ActForm>
      ) : null}
      {canRestoreOrganisation(person, facts) ? <ActForm action={restore} hidden={hidden}><div><SubmitButton variant="plain">{t("restore")}</SubmitButton></div></ActForm> : null}
    </div>
  );
}
