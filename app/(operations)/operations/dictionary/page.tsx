import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/app/_components/ui/data-table";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Pager } from "@/app/_components/ui/pager";
import { requireOperator } from "@/app/_server/actor";
import { termName } from "@/lib/codes/taxonomy";
import { dateInHarbin } from "@/lib/core/dates";
import { pageRequest } from "@/lib/core/page";
import { typedIn } from "@/lib/core/typed-text";
import { dictionaryState, listEntries, type EntryRow } from "@/lib/dictionary/queries";
import { entryKinds } from "@/lib/dictionary/states";
import { FilterForm } from "../filter-form";
import { ActOnChosen, AddEntry, chosenForm, EntryActs } from "./entry-forms";
import { DictionaryFrame } from "./frame";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dictionary"))("title") };
}

type Props = { searchParams: Promise<{ q?: string; kind?: string; state?: string; page?: string; size?: string }> };

export default async function DictionaryPage({ searchParams }: Props) {
  const person = await requireOperator();
  const query = await searchParams;
  const retired = query.state === "retired";
  const kind = entryKinds.find((known) => known === query.kind);
  const q = typedIn(query.q);
  const [state, list] = await Promise.all([dictionaryState(person), listEntries(person, { q, kind, state: retired ? "retired" : "standing" }, pageRequest(query))]);
  const t = await getTranslations("dictionary");
  const told = (row: EntryRow) => (row.retiredAt ? t("list.retired", { who: row.retiredBy ?? "", date: dateInHarbin(row.retiredAt) }) : row.changedAt ? t("list.changed", { who: row.changedBy ?? "", date: dateInHarbin(row.changedAt) }) : t("list.added", { who: row.addedBy ?? "", date: dateInHarbin(row.addedAt) }));
  return (
    <DictionaryFrame tab={retired ? "retired" : "standing"} state={state}>
      {retired ? null : <AddEntry open={list.total === 0} />}
      <FilterForm path="/operations/dictionary" hidden={retired ? { state: "retired" } : {}} search={{ label: t("list.search"), value: q ?? "" }} state={{ name: "kind", label: t("list.kind"), any: t("list.anyKind"), value: kind ?? "", options: entryKinds.map((value) => ({ value, label: t(`kind.${value}`) })) }} word={t("list.filter")} />
      <DataTable
        caption={t("list.caption")} rows={list.rows} rowKey={(row) => row.id}
        select={{ name: "entryIds[]", form: chosenForm, value: (row) => row.id, label: (row) => row.members.join(t("list.separator")) }}
        empty={<EmptyState sentence={t(q || kind ? "list.emptyFiltered" : retired ? "list.emptyRetired" : "list.empty")} />}
        columns={[
          { key: "members", label: t("list.members"), cell: (row) => row.members.join(t("list.separator")) },
          { key: "kind", label: t("list.kind"), className: "whitespace-nowrap", cell: (row) => t(`kind.${row.kind}`) },
          { key: "field", label: t("list.field"), cell: (row) => termName(row.fieldCode) },
          { key: "note", label: t("list.note"), cell: (row) => row.note ?? "" },
          { key: "by", label: t("list.by"), cell: told },
          { key: "acts", label: t("list.acts"), cell: (row) => <EntryActs actor={person} row={row} /> },
        ]}
      />
      {list.rows.length > 1 ? <ActOnChosen retired={retired} /> : null}
      <Pager total={list.total} page={list.page} size={list.size} measure={t("list.measure")} path="/operations/dictionary" query={query} />
    </DictionaryFrame>
  );
}
