import Form from "@/app/_components/ui/get-form";
import { getTranslations } from "next-intl/server";
import { AutoSubmit } from "@/app/_components/ui/auto-submit";
import { Button } from "@/app/_components/ui/button";
import { reviewSubjectKinds } from "@/lib/reviews/states";

/** Kind, round and words, as one GET form: everything stays in the address. */
export async function QueueFilters({ query }: { query: Record<string, string | undefined> }) {
  const t = await getTranslations("reviews.queue");
  const select = (name: string, label: string, options: readonly { value: string; label: string }[]) => (
    <label className="grid gap-1 text-note text-ink-2">
      {label}
      <select name={name} defaultValue={query[name] ?? ""} className="control min-w-[8em]">
        <option value="">{t("any")}</option>
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
    </label>
  );
  return (
    <Form action="/review" className="flex flex-wrap items-end gap-3">
      {query.tab ? <input type="hidden" name="tab" value={query.tab} /> : null}
      {select("kind", t("kindLabel"), reviewSubjectKinds.map((value) => ({ value, label: t(`kind.${value}`) })))}
      {select("round", t("roundLabel"), (["first", "again"] as const).map((value) => ({ value, label: t(`round.${value}`) })))}
      <label className="grid gap-1 text-note text-ink-2">
        {t("search")}
        <input name="q" defaultValue={query.q} className="control w-[16em] max-w-full" />
      </label>
      <Button type="submit">{t("filter")}</Button>
      <AutoSubmit />
    </Form>
  );
}
