import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requirePerson } from "@/app/_server/actor";
import { ActForm, FormField, SubmitButton } from "@/app/_components/ui/act-form";
import { LinkButton } from "@/app/_components/ui/button";
import { NoticeBar } from "@/app/_components/ui/notice-bar";
import { Breadcrumbs } from "@/app/_components/ui/navigation";
import { listSettings } from "@/lib/digests/queries";
import { frequencies, thresholds } from "@/lib/digests/states";
import { saveSetting } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("digests.settingsPage"))("title") };
}

/** From which level on, and how often, one is told of new matches; each organisation by itself. */
export default async function DigestSettingsPage() {
  const actor = await requirePerson();
  const [t, inbox, searches, settings] = await Promise.all([getTranslations("digests.settingsPage"), getTranslations("inbox"), getTranslations("subscriptions"), listSettings(actor)]);
  return (
    <div className="grid max-w-[46rem] gap-5">
      <Breadcrumbs items={[{ label: inbox("title"), href: "/me/inbox" }, { label: t("title") }]} />
      <header className="grid gap-1"><h1>{t("title")}</h1><p className="text-ink-2">{t("lead")}</p></header>
      {actor.emailVerified ? null : <NoticeBar tone="warn" actions={<LinkButton href="/me">{searches("toVerify")}</LinkButton>}>{searches("unverified")}</NoticeBar>}
      {settings.length === 0 ? <p className="panel text-ink-2">{t("none")}</p> : null}
      {settings.map((setting) => (
        <section key={setting.organisationId} className="panel grid gap-4">
          <h2 className="text-h3">{t("organisation", { name: setting.name })}</h2>
          <ActForm action={saveSetting} org={setting.slug} hidden={{ organisationId: setting.organisationId }}>
            <FormField name="threshold" type="select" label={t("threshold")} options={thresholds.map((value) => ({ value, label: t(`thresholdOf.${value}`) }))} defaultValue={setting.threshold} />
            <FormField name="frequency" type="select" label={t("frequency")} options={frequencies.map((value) => ({ value, label: t(`frequencyOf.${value}`) }))} defaultValue={setting.frequency} />
            <div><SubmitButton>{t("save")}</SubmitButton></div>
          </ActForm>
        </section>
      ))}
      <section className="panel grid justify-items-start gap-3">
        <h2 className="text-h3">{t("searches")}</h2>
        <p className="text-ink-2">{t("searchesBody")}</p>
        <LinkButton href="/me/subscriptions">{t("searchesGo")}</LinkButton>
      </section>
    </div>
  );
}
