import { useTranslations } from "next-intl";
import { NoticeBar } from "@/app/_components/ui/notice-bar";
import { formatDateTime } from "@/lib/core/dates";
import { configuredEmbedder } from "@/lib/matching/embedding";
import { serviceFails, type VectorReport } from "@/lib/matching/vector-report";

type Words = ReturnType<typeof useTranslations<"operations.jobs">>;

/** How the vectors do, as the worker saw it last: this process may reach a service that the worker does not. */
export function Meaning({ report }: { report: VectorReport | null }) {
  const t = useTranslations("operations.jobs");
  const configured = configuredEmbedder();
  return (
    <section id="meaning" className="grid scroll-mt-20 gap-3">
      <h2 className="text-h3">{t("meaning")}</h2>
      {report?.problem ? <Trouble sentence={t("meaningBroken", { at: formatDateTime(report.ranAt) })} answer={report.problem} t={t} /> : null}
      {configured ? <p className="text-dense"><code className="font-code break-all">{configured.name}</code></p> : null}
      {configured === null ? <p className="text-dense">{t("meaningOwn")}</p> : <Service report={report?.service === configured.name ? report : null} t={t} />}
      <p className="text-dense text-ink-2">{report ? t("meaningRun", { at: formatDateTime(report.ranAt) }) : t("meaningNever")}</p>
    </section>
  );
}

function Service({ report, t }: { report: VectorReport | null; t: Words }) {
  const { workedAt = null, failedAt = null } = report ?? {};
  if (!report || (!workedAt && !failedAt)) return <p className="text-dense">{t("meaningUnseen")}</p>;
  const failing = failedAt !== null && serviceFails(report);
  return (
    <>
      {failing ? <Trouble sentence={t("meaningFailing", { at: formatDateTime(failedAt) })} answer={report.failure ?? ""} t={t} /> : null}
      {workedAt ? <p className="text-dense">{t(failing ? "meaningLastOk" : "meaningOk", { at: formatDateTime(workedAt) })}</p> : null}
      {report.lacking > 0 ? <p className="text-dense">{t("meaningLacking", { count: report.lacking })}</p> : null}
    </>
  );
}

function Trouble({ sentence, answer, t }: { sentence: string; answer: string; t: Words }) {
  return (
    <NoticeBar tone="warn">
      <p>{sentence}</p>
      <p className="text-dense">{t("meaningProblem")}：<code className="font-code break-all">{answer}</code></p>
    </NoticeBar>
  );
}
