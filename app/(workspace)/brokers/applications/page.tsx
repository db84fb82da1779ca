import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requirePerson } from "@/app/_server/actor";
import { ActForm, ConfirmButton, FormField, SubmitButton } from "@/app/_components/ui/act-form";
import { Chip, type Tone } from "@/app/_components/ui/chip";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Pager } from "@/app/_components/ui/pager";
import { termName } from "@/lib/codes/taxonomy";
import type { Person } from "@/lib/core/actor";
import { dateInHarbin } from "@/lib/core/dates";
import { pageRequest } from "@/lib/core/page";
import { canDecide, canRestoreBroker, canSuspendBroker, mayDecideBrokers } from "@/lib/brokers/policy";
import { listApplications, type BrokerApplication } from "@/lib/brokers/queries";
import type { BrokerStatus } from "@/lib/brokers/states";
import { approve, restore, sendBack, suspend } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("brokers.applications");
  return { title: t("title") };
}

const tones: Record<BrokerStatus, Tone> = { pending: "go", approved: "ok", sent_back: "warn", suspended: "mute" };

/** For reviewers of the bureau and for operators; for everybody else the page does not exist. */
export default async function ApplicationsPage({ searchParams }: { searchParams: Promise<{ page?: string; size?: string }> }) {
  const person = await requirePerson();
  if (!mayDecideBrokers(person)) notFound();
  const query = await searchParams;
  const list = await listApplications(person, pageRequest(query));
  const t = await getTranslations("brokers");
  return (
    <div className="grid gap-6">
      <h1>{t("applications.title")}</h1>
      {list.rows.length === 0 ? <EmptyState sentence={t("applications.empty")} /> : null}
      <ul className="grid gap-4">
        {list.rows.map((row) => (
          <li key={row.id} className="panel grid gap-3">
            <p className="flex flex-wrap items-center gap-3"><strong>{row.name}</strong><Chip small tone={tones[row.status]}>{t(`status.${row.status}`)}</Chip><span className="text-dense text-ink-3">{row.organisation ?? t("list.independent")} · {dateInHarbin(row.appliedAt)}</span></p>
            <p className="max-w-[46em]">{row.introduction}</p>
            <p className="text-dense text-ink-2">{row.fieldCodes.map((code) => termName(code)).join(" · ")} {row.certificate}</p>
            <Acts row={row} person={person} />
          </li>
        ))}
      </ul>
      <Pager total={list.total} page={list.page} size={list.size} measure={t("applications.measure")} path="/brokers/applications" query={query} />
    </div>
  );
}

async function Acts({ row, person }: { row: BrokerApplication; person: Person }) {
  const t = await getTranslations("brokers.applications");
  const hidden = { brokerId: row.id };
  const remark = <FormField name="remark" type="textarea" label={t("remark")} hint={t("remarkHint")} required />;
  if (canDecide(person, row)) {
    return (
      <div className="flex flex-wrap gap-4">
        <ActForm action={approve} hidden={hidden} className="grid gap-2"><SubmitButton>{t("approve")}</SubmitButton></ActForm>
        <ActForm action={sendBack} hidden={hidden} className="grid gap-2"><ConfirmButton title={t("sendBackTitle", { name: row.name })} body={remark}>{t("sendBack")}</ConfirmButton></ActForm>
      </div>
    );
  }
  if (canSuspendBroker(person, row)) return <ActForm action={suspend} hidden={hidden} className="grid gap-2"><ConfirmButton variant="text" className="justify-self-start" title={t("suspendTitle", { name: row.name })} body={remark}>{t("suspend")}</ConfirmButton></ActForm>;
  if (canRestoreBroker(person, row)) return <ActForm action={restore} hidden={hidden} className="grid gap-2"><div><SubmitButton variant="plain">{t("restore")}</SubmitButton></div></ActForm>;
  return null;
}
