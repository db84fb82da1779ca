import { getTranslations } from "next-intl/server";
import { DataTable } from "@/app/_components/ui/data-table";
import Link from "@/app/_components/ui/link";
import { canCorrectRule } from "@/lib/codes/policy";
import { rulePeriods, type RulePeriod } from "@/lib/codes/queries";
import { appliedRuleKeys } from "@/lib/codes/rules";
import type { Actor } from "@/lib/core/actor";
import { formatDateTime } from "@/lib/core/dates";
import { CorrectForm } from "./correct-form";
import { ruleWords } from "./rule-words";
import { UnverifiedChip } from "./unverified-chip";

type Props = { actor: Actor; path: string; query: { rule?: string | undefined; from?: string | undefined } };

/** Every limit and rate with its days and its source: what has not been compared with it says so, and can be put right. */
export async function RulesPage({ actor, path, query }: Props) {
  const [t, codes, periods] = await Promise.all([getTranslations("codes.rulesPage"), getTranslations("codes"), rulePeriods(actor)]);
  const words = ruleWords(codes);
  const corrects = canCorrectRule(actor);
  const chosen = corrects ? periods.find((one) => one.key === query.rule && one.effectiveFrom === query.from) : undefined;
  const applied = appliedRuleKeys.flatMap((key) => periods.filter((one) => one.key === key));
  const table = (heading: "applied" | "others", rows: RulePeriod[]) => (
    <section className="grid gap-3">
      <h2 className="text-h2">{t(heading)}</h2>
      <p className="text-dense text-ink-2">{t(`${heading}Note`)}</p>
      <DataTable caption={t(heading)} rows={rows} rowKey={(row) => `${row.key} ${row.effectiveFrom}`} columns={[
        { key: "name", label: t("name"), cell: (row) => <span className="flex flex-wrap items-center gap-2">{words.name(row)}{row.verified ? null : <UnverifiedChip />}</span> },
        { key: "value", phone: "fact", label: t("value"), className: "min-w-[7em]", cell: words.value },
        { key: "period", phone: "fact", label: t("period"), cell: words.period },
        { key: "source", phone: "fact", label: t("source"), className: "min-w-[14em]", cell: (row) => <>{words.source(row)}{row.correctedAt ? <span className="block text-note text-ink-3">{t("corrected", { name: row.correctedBy ?? "", time: formatDateTime(row.correctedAt) })}</span> : null}</> },
        ...(corrects ? [{ key: "correct", phone: "chip" as const, label: t("act"), cell: (row: RulePeriod) => <Link href={`${path}?rule=${row.key}&from=${row.effectiveFrom}#correct`} aria-label={t("correctOne", { name: words.name(row) })}>{t("correct")}</Link> }] : []),
      ]} />
    </section>
  );
  return (
    <div className="grid gap-6">
      <header className="grid max-w-[46em] gap-1"><h1>{t("heading")}</h1><p className="text-ink-2">{t("intro", { note: codes("terms.unverifiedNote") })}{corrects ? null : t("byDirector")}</p></header>
      {chosen ? <CorrectForm rule={chosen} cancel={path} /> : null}
      {table("applied", applied)}
      {table("others", periods.filter((one) => !appliedRuleKeys.includes(one.key)))}
    </div>
  );
}
