import Link from "@/app/_components/ui/link";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/app/_components/ui/button";
import { formatDateTime } from "@/lib/core/dates";
import type { IntroductionView } from "@/lib/introductions/queries";

type Props = { rows: IntroductionView[]; kind: "achievement" | "need"; org: string; ownId: string; mayAct: boolean };

/** What brokers recommend for this record, in their own words. */
export async function Introductions({ rows, kind, org, ownId, mayAct }: Props) {
  if (rows.length === 0) return null;
  const t = await getTranslations("matches");
  const other = kind === "need" ? "achievement" : "need";
  return (
    <section className="panel grid gap-3">
      <h2 className="text-h3">{t("introductions")}</h2>
      <ul className="ledger">
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-start justify-between gap-3">
            <span className="grid min-w-[16em] flex-1 gap-1">
              <Link href={`/${other}s/${row.other.id}`} className="font-semibold">{row.other.title}</Link>
              <span className="max-w-[46em] whitespace-pre-line">{row.message}</span>
              <span className="text-dense text-ink-3">{t("introducedBy", { person: row.broker, time: formatDateTime(row.at) })}</span>
            </span>
            {mayAct ? <LinkButton href={`/o/${org}/interests/new?target=${row.other.id}&own=${ownId}`}>{t("interest")}</LinkButton> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
