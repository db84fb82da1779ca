import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Details } from "@/app/_components/ui/details";
import { requireActing } from "@/app/_server/actor";
import { Invitations } from "@/app/_components/organisation/invitations";
import { ActForm, FormField, SubmitButton } from "@/app/_components/ui/act-form";
import { buttonClass } from "@/app/_components/ui/button-look";
import { may } from "@/lib/core/actor";
import { rolesOf } from "@/lib/organisations/input";
import { listInvitations, listJoinRequests, listMembers } from "@/lib/organisations/queries";
import { invite, revoke } from "./actions";
import { JoinRequests } from "./join-requests";
import { MemberList } from "./member-list";

type Props = { params: Promise<{ org: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const person = await requireActing((await params).org);
  const t = await getTranslations("organisations.members");
  return { title: `${person.acting.name} — ${t("title")}` };
}

export default async function MembersPage({ params }: Props) {
  const person = await requireActing((await params).org);
  const { organisationId, slug, kind } = person.acting;
  const manages = may(person, "members", organisationId);
  const [members, invitations, requests] = await Promise.all([listMembers(person, organisationId), listInvitations(person, organisationId), listJoinRequests(person, organisationId)]);
  const t = await getTranslations("organisations");
  const roleOptions = rolesOf(kind).map((role) => ({ value: role, label: t(`role.${role}`), hint: t(`roleHint.${role}`) }));
  const administrators = members.filter((member) => member.roles.includes("administrator")).map((member) => member.name).join(" · ");
  return (
    <div className="grid gap-6">
      <h1>{t("members.title")} <span className="text-ui font-normal text-ink-2">{t("members.count", { count: members.length })}{manages ? ` · ${t("members.requests", { count: requests.length })}` : ""}</span></h1>
      {manages ? (
        <Details className="open:panel">
          <summary className={buttonClass("primary", "list-none [&::-webkit-details-marker]:hidden")}>{t("members.invite")}</summary>
          <ActForm action={invite} org={slug} hidden={{ organisationId }} clear className="mt-4 grid max-w-[37.5rem] gap-4">
            <FormField name="email" type="email" label={t("members.inviteEmail")} hint={t("members.inviteHint")} required width="full" />
            <FormField name="roles[]" type="checkboxes" label={t("members.as")} options={roleOptions} defaultValue={["viewer"]} />
            <div><SubmitButton>{t("members.invite")}</SubmitButton></div>
          </ActForm>
        </Details>
      ) : <p className="text-ink-2">{t("members.viewerNote", { names: administrators })}</p>}
      <JoinRequests requests={requests} slug={slug} roleOptions={roleOptions} />
      {members.length === 1 && manages ? <p className="text-ink-2">{t("members.onlyYou")}</p> : null}
      <MemberList members={members} person={person} manages={manages} roleOptions={roleOptions} />
      <Invitations invitations={invitations} revoke={revoke} org={slug} />
    </div>
  );
}
