import Link from "@/app/_components/ui/link";
import { getTranslations } from "next-intl/server";
import { ActForm, FormField, SubmitButton } from "@/app/_components/ui/act-form";
import { LinkButton } from "@/app/_components/ui/button";
import { Chip } from "@/app/_components/ui/chip";
import { Details } from "@/app/_components/ui/details";
import { formatDate } from "@/lib/core/dates";
import type { SavedSearch } from "@/lib/subscriptions/queries";
import { searchFrequencies } from "@/lib/subscriptions/states";
import { change, pause, remove, resume } from "./actions";
import { searchWords } from "./search-words";

/** One saved search: what it looks for, what is new, how often it tells, and what can be done with it. */
export async function SearchCard({ search }: { search: SavedSearch }) {
  const t = await getTranslations("subscriptions");
  const hidden = { searchId: search.id };
  const options = searchFrequencies.map((value) => ({ value, label: t(`frequency.${value}`) }));
  return (
    <article className="panel grid gap-3" aria-label={search.name}>
      <header className="flex flex-wrap items-center gap-3">
        <h2 className="text-h3"><Link href={`/me/subscriptions/${search.id}`}>{search.name}</Link></h2>
        {search.fresh > 0 ? <Chip tone="go">{t("fresh", { count: search.fresh })}</Chip> : null}
        {search.paused ? <Chip tone="mute" icon="circle-pause">{t("paused")}</Chip> : null}
      </header>
      <p className="text-dense text-ink-2">{t("looksFor", { words: await searchWords(search.query) })}</p>
      <p className="text-dense text-ink-3">{t("since", { date: formatDate(search.createdAt), found: search.found, tells: t(`tells.${search.frequency}`) })}</p>
      <div className="flex flex-wrap items-start gap-3">
        <LinkButton href={`/search?${search.query}`}>{t("run")}</LinkButton>
        <Details className="min-w-0">
          <summary className="inline-flex min-h-(--h-control) items-center text-accent">{t("change")}</summary>
          <ActForm action={change} hidden={hidden} className="mt-2 grid gap-4">
            <FormField name="name" label={t("name")} limit={40} required defaultValue={search.name} />
            <FormField name="frequency" type="select" label={t("frequencyLabel")} options={options} defaultValue={search.frequency} />
            <div><SubmitButton>{t("save")}</SubmitButton></div>
          </ActForm>
        </Details>
        <ActForm action={search.paused ? resume : pause} hidden={hidden} className="grid gap-2"><SubmitButton variant="text">{t(search.paused ? "resume" : "pause")}</SubmitButton></ActForm>
        <ActForm action={remove} hidden={hidden} className="grid gap-2"><SubmitButton variant="text">{t("remove")}</SubmitButton></ActForm>
      </div>
    </article>
  );
}
