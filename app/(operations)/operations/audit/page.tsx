import type { Metadata } from "next";
import Link from "@/app/_components/ui/link";
import { getTranslations } from "next-intl/server";
import { requireOperator } from "@/app/_server/actor";
import { buttonClass } from "@/app/_components/ui/button-look";
import { Select } from "@/app/_components/ui/choice";
import { DataTable } from "@/app/_components/ui/data-table";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Pager } from "@/app/_components/ui/pager";
import { DateInput, TextInput } from "@/app/_components/ui/text-input";
import { formatDateTime } from "@/lib/core/dates";
import { pageRequest } from "@/lib/core/page";
import { typedIn } from "@/lib/core/typed-text";
import { listEvents, type AuditLine } from "@/lib/events/audit";
import { eventNames } from "@/lib/events/names";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("operations.audit");
  return { title: t("title") };
}

type Query = { name?: string; from?: string; to?: string; person?: string; subject?: string; page?: string; size?: string };

/** Every recorded act, newest first. Each event in words, with its code beneath: that is what the log files and the filter of this address say. */
export default async function AuditPage({ searchParams }: { searchParams: Promise<Query> }) {
  const person = await requireOperator();
  const query = await searchParams;
  const list = await listEvents(person, { ...query, person: typedIn(query.person) }, pageRequest(query));
  const [t, jobs] = await Promise.all([getTranslations("operations.audit"), getTranslations("operations.jobs")]);
  const words = (name: string) => (t.has(`events.${name}` as never) ? t(`events.${name}` as never) : name);
  const who = (row: AuditLine) => row.person ?? (row.job ? t("system", { job: jobs.has(`taskName.${row.job}` as never) ? jobs(`taskName.${row.job}` as never) : row.job }) : t("visitor"));
  return (
    <div className="grid gap-5">
      <h1>{t("title")}</h1>
      <form action="/operations/audit" className="flex flex-wrap items-end gap-4">
        <Select name="name" label={t("name")} placeholder={t("anyName")} defaultValue={query.name ?? ""} options={eventNames.map((name) => ({ value: name, label: words(name) }))} />
        <TextInput name="person" label={t("person")} defaultValue={query.person ?? ""} width="short" />
        <DateInput name="from" label={t("from")} defaultValue={query.from ?? ""} />
        <DateInput name="to" label={t("to")} defaultValue={query.to ?? ""} />
        {query.subject ? <input type="hidden" name="subject" value={query.subject} /> : null}
        <button className={buttonClass("plain")}>{t("filter")}</button>
      </form>
      <DataTable
        caption={t("caption")}
        rows={list.rows}
        rowKey={(row) => row.id}
        empty={<EmptyState sentence={t("empty")}><Link href="/operations/audit">{t("clear")}</Link></EmptyState>}
        columns={[
          { key: "at", label: t("at"), className: "whitespace-nowrap", cell: (row) => <time dateTime={row.at.toISOString()}>{formatDateTime(row.at)}</time> },
          { key: "event", label: t("event"), className: "whitespace-nowrap", cell: (row) => <>{words(row.name)}<span className="block text-note text-ink-3">{row.name}</span></> },
          { key: "actor", label: t("actor"), className: "whitespace-nowrap", cell: who },
          { key: "organisation", label: t("organisation"), className: "min-w-[8em]", cell: (row) => row.organisation ?? "—" },
          { key: "subjects", label: t("subjects"), cell: (row) => <span className="flex min-w-[16em] flex-wrap gap-x-3">{row.subjects.map((s) => <Link key={s.kind + s.id} href={`/operations/audit?subject=${s.id}`}>{t.has(`kind.${s.kind}` as never) ? t(`kind.${s.kind}` as never) : s.kind}{s.name ? ` ${s.name}` : ""}</Link>)}</span> },
        ]}
      />
      <Pager total={list.total} page={list.page} size={list.size} measure={t("measure")} extra={list.capped ? t("capped") : undefined} path="/operations/audit" query={query} />
    </div>
  );
}
