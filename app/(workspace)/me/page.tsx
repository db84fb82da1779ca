import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requirePerson } from "@/app/_server/actor";
import { readSessionId } from "@/app/_server/auth";
import { ActForm, FormField, SubmitButton } from "@/app/_components/ui/act-form";
import { LinkButton } from "@/app/_components/ui/button";
import { Facts } from "@/app/_components/ui/facts";
import { dateInHarbin, formatDate } from "@/lib/core/dates";
import { getOwnAccount, listOwnSessions } from "@/lib/users/queries";
import { mailReset, resendVerification, saveProfile } from "./actions";
import { OwnOrganisations } from "./own-organisations";
import { SessionList } from "./session-list";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("users.me");
  return { title: t("title") };
}

export default async function AccountPage() {
  const person = await requirePerson();
  const [account, sessions, current] = await Promise.all([getOwnAccount(person), listOwnSessions(person), readSessionId()]);
  const t = await getTranslations("users.me");
  return (
    <div className="grid max-w-[60rem] gap-8">
      <h1>{t("title")}</h1>
      <div className="grid gap-8 beside:grid-cols-2">
        <section className="panel grid content-start gap-4">
          <h2 className="text-h3">{t("profile")}</h2>
          <Facts items={[
            { label: t("email"), value: account.email, note: account.emailVerified ? t("verified") : t("unverified") },
            { label: t("since"), value: formatDate(dateInHarbin(account.createdAt)) },
          ]} />
          {account.emailVerified ? null : <ActForm action={resendVerification}><div><SubmitButton variant="plain">{t("resend")}</SubmitButton></div></ActForm>}
          <ActForm action={saveProfile}>
            <FormField name="name" label={t("name")} hint={t("nameHint")} defaultValue={account.name} required width="medium" autoComplete="name" />
            <div><SubmitButton>{t("save")}</SubmitButton></div>
          </ActForm>
        </section>
        <section className="panel grid content-start gap-4">
          <h2 className="text-h3">{t("password")}</h2>
          <p className="text-ink-2">{t("passwordBody")}</p>
          <ActForm action={mailReset}><div><SubmitButton variant="plain">{t("passwordMail")}</SubmitButton></div></ActForm>
          <h2 className="text-h3">{t("told")}</h2>
          <p className="flex flex-wrap gap-3"><LinkButton href="/me/subscriptions">{t("subscriptions")}</LinkButton><LinkButton href="/me/inbox/settings">{t("digestSettings")}</LinkButton></p>
          <h2 className="text-h3">{t("broker")}</h2>
          <p><LinkButton href="/me/broker">{t("brokerGo")}</LinkButton></p>
        </section>
      </div>
      <OwnOrganisations person={person} />
      <SessionList sessions={sessions} current={current} />
    </div>
  );
}
