import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requirePerson } from "@/app/_server/actor";
import { ActForm, FormField, SubmitButton } from "@/app/_components/ui/act-form";
import { LinkButton } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Breadcrumbs } from "@/app/_components/ui/navigation";
import { NoticeBar } from "@/app/_components/ui/notice-bar";
import type { Params } from "@/lib/search/address";
import { findListings } from "@/lib/search/find-listings";
import { addressOf, isSearch, searchOf } from "@/lib/subscriptions/address";
import { findSameSearch } from "@/lib/subscriptions/queries";
import { searchFrequencies } from "@/lib/subscriptions/states";
import { save } from "../actions";
import { searchWords } from "../search-words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("subscriptions"))("newTitle") };
}

/** Keeps the search that stands in the address. Whoever is not signed in comes back here after signing in. */
export default async function NewSubscriptionPage({ searchParams }: { searchParams: Promise<Params> }) {
  const [actor, params] = await Promise.all([requirePerson(), searchParams]);
  const t = await getTranslations("subscriptions");
  const query = searchOf(params);
  const same = await findSameSearch(actor, query);
  const words = await searchWords(query);
  const found = isSearch(query) && !same ? (await findListings({ ...addressOf(query), page: 1, size: 20 })).total : 0;
  return (
    <div className="grid max-w-[46rem] gap-5">
      <Breadcrumbs items={[{ label: t("title"), href: "/me/subscriptions" }, { label: t("newTitle") }]} />
      <h1>{t("newTitle")}</h1>
      {!isSearch(query) ? <EmptyState sentence={t("nothing")}><LinkButton variant="primary" href="/search">{t("toSearch")}</LinkButton></EmptyState> : same ? (
        <NoticeBar actions={<LinkButton href="/me/subscriptions">{t("toList")}</LinkButton>}>{t("already", { words })}</NoticeBar>
      ) : (
        <>
          <p className="panel">{t("looksFor", { words })}<span className="block text-dense text-ink-2">{t("now", { count: found })}</span></p>
          <ActForm action={save} hidden={{ query }}>
            <FormField name="name" label={t("name")} hint={t("nameHint")} limit={40} required defaultValue={(addressOf(query).q || words).slice(0, 40)} />
            <FormField name="frequency" type="select" label={t("frequencyLabel")} options={searchFrequencies.map((value) => ({ value, label: t(`frequency.${value}`) }))} defaultValue="daily" />
            <div className="flex flex-wrap gap-3"><SubmitButton>{t("saveNew")}</SubmitButton><LinkButton variant="text" href={`/search?${query}`}>{t("back")}</LinkButton></div>
          </ActForm>
        </>
      )}
    </div>
  );
}
