import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { maybeActor, signInPath } from "@/app/_server/actor";
import { ActForm, SubmitButton } from "@/app/_components/ui/act-form";
import { LinkButton } from "@/app/_components/ui/button";
import { NoticeBar } from "@/app/_components/ui/notice-bar";
import { getInvitation } from "@/lib/organisations/queries";
import { getOwnAccount } from "@/lib/users/queries";
import { accept } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.invitation");
  return { title: t("title"), referrer: "no-referrer" };
}

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const t = await getTranslations("auth.invitation");
  const role = await getTranslations("organisations.role");
  const invitation = await getInvitation(token);
  if (!invitation) return <div className="grid gap-5"><h1>{t("title")}</h1><NoticeBar tone="warn">{t("wrong")}</NoticeBar></div>;
  const actor = await maybeActor();
  const account = actor.kind === "person" ? await getOwnAccount(actor) : null;
  const values = { inviter: invitation.inviter, organisation: invitation.organisation, roles: invitation.roles.map((one) => role(one)).join(role("and")) };
  return (
    <div className="grid max-w-[40em] gap-5">
      <h1>{t("title")}</h1>
      <p className="text-lead">{t("body", values)}</p>
      <p className="text-ink-2">{t("addressed", { email: invitation.email })}</p>
      {!account ? (
        <p className="flex flex-wrap gap-3">
          <LinkButton href={signInPath(`/invitation/${token}`)} variant="primary">{t("signIn")}</LinkButton>
          <LinkButton href={`/sign-up?email=${encodeURIComponent(invitation.email)}`}>{t("signUp")}</LinkButton>
        </p>
      ) : account.email.toLowerCase() === invitation.email.toLowerCase() ? (
        <ActForm action={accept} hidden={{ token }}><div><SubmitButton>{t("submit")}</SubmitButton></div></ActForm>
      ) : (
        <NoticeBar tone="warn">{t("otherMail", { email: invitation.email })}</NoticeBar>
      )}
    </div>
  );
}
