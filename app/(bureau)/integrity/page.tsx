import type { Metadata } from "next";
import Link from "@/app/_components/ui/link";
import { getTranslations } from "next-intl/server";
import { requireBureau } from "@/app/_server/actor";
import { ActForm, FormField, SubmitButton } from "@/app/_components/ui/act-form";
import { LinkButton } from "@/app/_components/ui/button";
import { Chip } from "@/app/_components/ui/chip";
import { DataTable } from "@/app/_components/ui/data-table";
import { Dialog } from "@/app/_components/ui/dialog";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { listHref } from "@/app/_components/ui/list-href";
import { SearchBox, Tabs } from "@/app/_components/ui/navigation";
import { CountSentence, Pager } from "@/app/_components/ui/pager";
import type { Actor } from "@/lib/core/actor";
import { mayAtBureau } from "@/lib/core/actor";
import { pageRequest } from "@/lib/core/page";
import { typedIn } from "@/lib/core/typed-text";
import { listMarks, type MarkLine } from "@/lib/organisations/dishonesty";
import { canMarkDishonest } from "@/lib/organisations/policy";
import { dishonestyEndings, markStates } from "@/lib/organisations/states";
import { end } from "./actions";

type Props = { searchParams: Promise<Record<string, string | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("integrity"))("title") };
}

/** The list of serious dishonesty: who stands on it, since when and by whose finding, and who stood on it. */
export default async function IntegrityPage({ searchParams }: Props) {
  const [actor, query] = await Promise.all([requireBureau(), searchParams]);
  const t = await getTranslations("integrity");
  const state = query.state === "all" ? undefined : (markStates.find((one) => one === query.state) ?? "standing");
  const q = typedIn(query.q);
  const list = await listMarks(actor, { state, q }, pageRequest(query));
  const counted = { total: list.total, page: list.page, size: list.size, measure: t("measure") };
  const asked = { q, state: query.state };
  const oversees = mayAtBureau(actor, "oversee");
  return (
    <div className="grid gap-5">
      <header className="flex flex-wrap items-start justify-between gap-3">
        <span className="grid max-w-[46em] gap-1"><h1>{t("title")}</h1><p className="text-ink-2">{t("intro")}{oversees ? null : t("byDirector")}</p></span>
        {oversees ? <LinkButton variant="primary" href="/integrity/new">{t("mark")}</LinkButton> : null}
      </header>
      <SearchBox action="/integrity" defaultValue={q} label={t("search")} placeholder={t("search")} query={{ state: query.state }} />
      <Tabs label={t("filter")} items={[...markStates, "all" as const].map((one) => ({
        label: t(`state.${one}`), href: listHref("/integrity", { q }, { state: one === "standing" ? undefined : one }), current: one === (state ?? "all"), ...(one === "all" ? {} : { count: list.counts[one] }),
      }))} />
      {list.total === 0 ? <EmptyState sentence={t(q ? "emptyFiltered" : state === "standing" ? "empty" : "emptyState")}>{q ? <LinkButton href="/integrity">{t("clear")}</LinkButton> : null}</EmptyState> : (
        <>
          <CountSentence {...counted} />
          <DataTable caption={t("title")} rows={list.rows} rowKey={(row) => row.id} columns={[
            { key: "name", label: t("column.name"), cell: (row) => <><Link href={`/organisations/${row.organisation.id}`}>{row.organisation.name}</Link><span className="block text-note text-ink-3">{row.organisation.creditCode ?? ""}</span></> },
            { key: "reason", label: t("column.reason"), cell: (row) => <>{row.reason}<span className="block text-note text-ink-3">{t("by", { source: row.source, person: row.markedBy })}</span></> },
            { key: "days", label: t("column.days"), cell: (row) => (row.untilOn ? t("daysUntil", { from: row.listedOn, until: row.untilOn }) : t("daysOpen", { from: row.listedOn })) },
            { key: "state", label: t("column.state"), cell: (row) => <MarkStateCell row={row} actor={actor} /> },
          ]} />
          <Pager {...counted} path="/integrity" query={asked} />
        </>
      )}
    </div>
  );
}

async function MarkStateCell({ row, actor }: { row: MarkLine; actor: Actor }) {
  const t = await getTranslations("integrity");
  const endable = row.state === "standing" && canMarkDishonest(actor, row.organisation);
  return (
    <span className="grid justify-items-start gap-1">
      <Chip tone={row.state === "standing" ? "bad" : "mute"} icon={row.state === "standing" ? "octagon-x" : "circle-check"} small>{t(`state.${row.state}`)}</Chip>
      {row.endingNote ? <span className="text-note text-ink-3">{row.endingNote}</span> : null}
      {endable ? (
        <Dialog open={t("end")} variant="text" title={t("endTitle", { name: row.organisation.name })} cancel={t("cancel")} closeKey={row.id}>
          <ActForm action={end} hidden={{ markId: row.id }}>
            <FormField id={`ending-${row.id}`} name="ending" type="radio" label={t("ending")} options={dishonestyEndings.map((one) => ({ value: one, label: t(`endingWord.${one}`) }))} />
            <FormField id={`note-${row.id}`} name="note" type="textarea" label={t("note")} limit={300} rows={2} required />
            <SubmitButton>{t("endConfirm")}</SubmitButton>
          </ActForm>
        </Dialog>
      ) : null}
    </span>
  );
}
