import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/app/_components/ui/data-table";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Pager } from "@/app/_components/ui/pager";
import { requireOperator } from "@/app/_server/actor";
import { termName } from "@/lib/codes/taxonomy";
import { pageRequest } from "@/lib/core/page";
import { typedIn } from "@/lib/core/typed-text";
import { listBuiltIn } from "@/lib/dictionary/built-in";
import { dictionaryState } from "@/lib/dictionary/queries";
import { entryKinds } from "@/lib/dictionary/states";
import { FilterForm } from "../../filter-form";
import { DictionaryFrame } from "../frame";

const path = "/operations/dictionary/built-in";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("dictionary");
  return { title: `${t("tabs.builtIn")} — ${t("title")}` };
}

type Props = { searchParams: Promise<{ q?: string; kind?: string; page?: string; size?: string }> };

export default async function BuiltInPage({ searchParams }: Props) {
  const person = await requireOperator();
  const query = await searchParams;
  const kind = entryKinds.find((known) => known === query.kind);
  const list = listBuiltIn(person, { q: typedIn(query.q), kind }, pageRequest(query));
  const t = await getTranslations("dictionary");
  return (
    <DictionaryFrame tab="builtIn" state={await dictionaryState(person)}>
      <p className="text-ink-2">{t("builtIn.lead")}</p>
      <FilterForm path={path} search={{ label: t("list.search"), value: query.q ?? "" }} state={{ name: "kind", label: t("list.kind"), any: t("list.anyKind"), value: kind ?? "", options: (["word", "synonym"] as const).map((value) => ({ value, label: t(`kind.${value}`) })) }} word={t("list.filter")} />
      <DataTable caption={t("builtIn.caption")} rows={list.rows} rowKey={(row) => `${row.kind} ${row.members.join(" ")} ${row.fieldCode ?? ""}`} empty={<EmptyState sentence={t("builtIn.empty")} />} columns={[
        { key: "members", label: t("list.members"), cell: (row) => row.members.join(t("list.separator")) },
        { key: "kind", label: t("list.kind"), className: "whitespace-nowrap", cell: (row) => t(`kind.${row.kind}`) },
        { key: "field", label: t("list.field"), cell: (row) => termName(row.fieldCode?.slice(0, 4) ?? null) },
      ]} />
      <Pager total={list.total} page={list.page} size={list.size} measure={t("builtIn.measure")} path={path} query={query} />
    </DictionaryFrame>
  );
}
