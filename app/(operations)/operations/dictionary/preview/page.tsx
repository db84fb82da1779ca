import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActForm, FormField, SubmitButton } from "@/app/_components/ui/act-form";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { NoticeBar } from "@/app/_components/ui/notice-bar";
import { requireOperator } from "@/app/_server/actor";
import { dateInHarbin } from "@/lib/core/dates";
import { dictionaryState, listSamples } from "@/lib/dictionary/queries";
import { previewDictionary } from "@/lib/search/preview-dictionary";
import { addSampleQuery, removeSampleQuery } from "../actions";
import { DictionaryFrame } from "../frame";
import { Compared } from "./compared";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("dictionary");
  return { title: `${t("tabs.preview")} — ${t("title")}` };
}

export default async function PreviewPage() {
  const person = await requireOperator();
  const [state, samples, previews] = await Promise.all([dictionaryState(person), listSamples(person), previewDictionary(person)]);
  const t = await getTranslations("dictionary.preview");
  const pending = state.pending.added.length + state.pending.removed.length > 0;
  return (
    <DictionaryFrame tab="preview" state={state}>
      <p className="text-ink-2">{t("lead")}</p>
      {previews === null ? <NoticeBar tone="warn">{t("down")}</NoticeBar> : pending ? null : <NoticeBar>{t("nothingPending")}</NoticeBar>}
      <ActForm action={addSampleQuery} clear className="flex flex-wrap items-end gap-3">
        <FormField name="query" label={t("add")} width="long" />
        <SubmitButton variant="plain">{t("addButton")}</SubmitButton>
      </ActForm>
      {samples.length === 0 ? <EmptyState sentence={t("noSamples")} /> : null}
      {samples.map((sample) => {
        const preview = previews?.find(({ sampleId }) => sampleId === sample.id);
        return (
          <section key={sample.id} aria-labelledby={`sample-${sample.id}`} className="panel grid gap-3">
            <header className="flex flex-wrap items-center justify-between gap-3">
              <h2 id={`sample-${sample.id}`} className="text-h3">{sample.query}</h2>
              <span className="flex flex-wrap items-center gap-3 text-note text-ink-3">
                {t("by", { who: sample.by ?? "", date: dateInHarbin(sample.at) })}
                <ActForm action={removeSampleQuery} hidden={{ sampleId: sample.id }} className="inline"><button className="link min-h-(--target) px-1" aria-label={t("removeName", { query: sample.query })}>{t("remove")}</button></ActForm>
              </span>
            </header>
            {preview ? <Compared preview={preview} /> : null}
          </section>
        );
      })}
    </DictionaryFrame>
  );
}
