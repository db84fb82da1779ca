import type { Metadata } from "next";
import Link from "@/app/_components/ui/link";
import { getTranslations } from "next-intl/server";
import { requirePerson } from "@/app/_server/actor";
import { ActForm, FormField, SubmitButton } from "@/app/_components/ui/act-form";
import { LinkButton } from "@/app/_components/ui/button";
import { buttonClass } from "@/app/_components/ui/button-look";
import { NoticeBar } from "@/app/_components/ui/notice-bar";
import { TextInput } from "@/app/_components/ui/text-input";
import { findToJoin } from "@/lib/organisations/queries";
import { join, resend, takeBack } from "./actions";
import { firstCharacters, typedIn } from "@/lib/core/typed-text";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.welcome");
  return { title: t("title") };
}

export default async function WelcomePage({ searchParams }: { searchParams: Promise<{ q?: string }> }) {
  const person = await requirePerson();
  const q = firstCharacters(typedIn((await searchParams).q) ?? "", 60);
  const t = await getTranslations("auth.welcome");
  const kind = await getTranslations("organisations.kind");
  const hits = q ? await findToJoin(person, q) : [];
  const mine = new Set(person.memberships.map((m) => m.organisationId));
  return (
    <div className="grid gap-6">
      <h1>{t("title")}</h1>
      <p className="text-ink-2">{t("lead")}</p>
      {person.emailVerified ? null : (
        <NoticeBar tone="warn" actions={<ActForm action={resend} className=""><SubmitButton variant="plain">{t("resend")}</SubmitButton></ActForm>}>{t("unverified")}</NoticeBar>
      )}
      <div className="grid gap-6 lg:grid-cols-2">
        <section className="panel grid content-start gap-4">
          <h2 className="text-h3">{t("join")}</h2>
          <p className="text-ink-2">{t("joinLead")}</p>
          <form className="grid gap-3">
            <TextInput name="q" label={t("search")} defaultValue={q} width="full" />
            <div><button className={buttonClass("plain")}>{t("searchSubmit")}</button></div>
          </form>
          {q && hits.length === 0 ? <p>{t("none", { q })}</p> : null}
          <ul className="grid gap-4">
            {hits.map((hit) => (
              <li key={hit.id} className="grid gap-2 border-t border-line pt-3">
                <p><strong>{hit.name}</strong> <span className="text-dense text-ink-2">{kind(hit.kind)}</span></p>
                {mine.has(hit.id) ? null : hit.requested ? (
                  <ActForm action={takeBack} hidden={{ organisationId: hit.id }} className="flex flex-wrap items-center gap-4">
                    <p className="text-ok">{t("requested")}</p><SubmitButton variant="text">{t("takeBack")}</SubmitButton>
                  </ActForm>
                ) : person.emailVerified ? (
                  <ActForm action={join} hidden={{ organisationId: hit.id }} className="grid gap-3">
                    <FormField name="message" label={t("message")} hint={t("messageHint")} width="full" />
                    <div><SubmitButton variant="plain">{t("request")}</SubmitButton></div>
                  </ActForm>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
        <section className="panel grid content-start gap-4">
          <h2 className="text-h3">{t("found")}</h2>
          <p className="text-ink-2">{t("foundLead")}</p>
          {person.emailVerified ? <p><LinkButton href="/welcome/new" variant="primary">{t("found")}</LinkButton></p> : null}
          <p className="flex flex-wrap gap-4"><Link href="/me/broker">{t("broker")}</Link><Link href="/">{t("later")}</Link></p>
        </section>
      </div>
    </div>
  );
}
