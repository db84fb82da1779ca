import type { Metadata } from "next";
import Link from "@/app/_components/ui/link";
import { getTranslations } from "next-intl/server";
import { requireOperator } from "@/app/_server/actor";
import { Figure } from "@/app/_components/ui/facts";
import { NoticeBar } from "@/app/_components/ui/notice-bar";
import { listApplications } from "@/lib/brokers/queries";
import { dictionaryState } from "@/lib/dictionary/queries";
import { clock } from "@/lib/core/clock";
import { todayInHarbin } from "@/lib/core/dates";
import { formatCount } from "@/lib/core/figures";
import { countEvents } from "@/lib/events/audit";
import { cursorLag } from "@/lib/jobs/cursors";
import { listFailedJobs } from "@/lib/jobs/failed-jobs";
import { findVectorReport, vectorsFail } from "@/lib/matching/vector-report";
import { readiness } from "@/lib/health/readiness";
import { countUnsentMails } from "@/lib/notifications/mail-log";
import { listOrganisations } from "@/lib/organisations/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("operations.home");
  return { title: t("title") };
}

/** What waits for an operator, said first; then the same and the state of the platform in figures. */
export default async function OperationsPage() {
  const person = await requireOperator();
  const t = await getTranslations("operations.home");
  const first = { page: 1, size: 20 };
  const today = todayInHarbin(clock.now());
  const [waiting, applications, unsent, lag, events, jobs, vectors, { checks }, dictionary] = await Promise.all([
    listOrganisations(person, { state: "pending" }, first),
    listApplications(person, first),
    countUnsentMails(person),
    cursorLag(),
    countEvents(person, { from: today, to: today }),
    listFailedJobs(person),
    findVectorReport(person),
    readiness(),
    dictionaryState(person),
  ]);
  const { pending } = applications;
  const slowest = Math.max(0, ...lag.map((reader) => reader.behind));
  const givenUp = jobs.filter((job) => job.againAt === null).length;
  const troubles = [
    ...(checks.search === "ok" ? [] : [{ words: t(`search.${checks.search === "missing" ? "missing" : "failing"}`) }]),
    ...(checks.followers === "ok" ? [] : [{ words: t("behind"), href: "/operations/jobs", word: t("goJobs") }]),
    ...(dictionary.failed ? [{ words: t("editionFailed"), href: "/operations/dictionary", word: t("goDictionary") }] : []),
    ...(vectorsFail(vectors) ? [{ words: t("meaningFailing"), href: "/operations/jobs#meaning", word: t("goJobs") }] : []),
  ];
  const toDo = waiting.total + pending + givenUp;
  const items = [
    { label: t("toVerify"), value: waiting.total, unit: t("unit.organisations"), href: "/operations/organisations?state=pending", word: t("goOrganisations") },
    { label: t("applications"), value: pending, unit: t("unit.applications"), href: "/brokers/applications", word: t("goBrokers") },
    { label: t("failedJobs"), value: givenUp, unit: t("unit.jobs"), href: "/operations/jobs", word: t("goJobs") },
    { label: t("unsent"), value: unsent, unit: t("unit.mails"), href: "/operations/jobs", word: t("goJobs") },
    { label: t("lag"), value: slowest, unit: t("unit.records"), href: "/operations/jobs", word: t("goJobs") },
    { label: t("events"), value: events, unit: t("unit.records"), href: `/operations/audit?from=${today}&to=${today}`, word: t("goAudit") },
  ];
  return (
    <div className="grid gap-6">
      <header className="grid gap-1">
        <h1>{t("title")}</h1>
        <p className="text-ink-2">{toDo > 0 ? t("waiting", { count: toDo }) : t(troubles.length > 0 ? "nothingToDo" : "fine")}</p>
      </header>
      {troubles.map(({ words, href, word }) => <NoticeBar key={words} tone="warn" actions={href ? <Link className="link" href={href}>{word}</Link> : undefined}>{words}</NoticeBar>)}
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {items.map((item) => (
          <section key={item.label} className="panel">
            <Figure label={item.label} value={formatCount(item.value)} unit={item.unit}><Link href={item.href}>{item.word}</Link></Figure>
          </section>
        ))}
      </div>
    </div>
  );
}
