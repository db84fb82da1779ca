import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DataTable } from "@/app/_components/ui/data-table";
import { Absent, Facts } from "@/app/_components/ui/facts";
import { maturityName } from "@/lib/codes/maturity";
import { clock } from "@/lib/core/clock";
import { deadlinePieces, formatDate, todayInHarbin } from "@/lib/core/dates";
import { elementNames } from "@/lib/needs/input";
import type { NeedReading } from "@/lib/needs/queries";
import { budgetText, withheldText } from "./describe";
import { figureText } from "./figure-text";
import { Paragraphs, RecordFrame, RecordPart, type Doorway } from "./record-frame";

type Props = { reading: NeedReading; door: Doorway; bar?: ReactNode; aside?: ReactNode };

/** A need as its readers see it (look 4.4). What is missing is said, not left out. */
export async function NeedRecord({ reading, door, bar, aside }: Props) {
  const t = await getTranslations();
  const c = reading.content;
  const isLocked = (field: string) => reading.locked.some((lock) => lock.field === field);
  const left = c.deadline ? deadlinePieces(c.deadline, todayInHarbin(clock.now())) : null;
  const when = (date: ReactNode) => <span className="whitespace-nowrap">{date}</span>;
  const until = left ? t.rich(`needs.page.${left.state}`, { days: left.days, date: formatDate(left.date), when }) : t("listings.none");
  const facts = [
    { label: t("needs.page.budget"), value: withheldText(t, reading, "budget") ?? (budgetText(t, c) || <Absent kind="unsaid" />) },
    { label: t("needs.page.deadline"), value: until },
    { label: t("needs.page.maturity"), value: c.requiredMaturity ? t("needs.page.atLeast", { level: c.requiredMaturity, name: maturityName(c.requiredMaturity) }) : <Absent kind="unsaid" /> },
  ];
  return (
    <RecordFrame reading={reading} door={door} facts={facts} short={until} bar={bar} aside={aside}>
      <RecordPart title={t("needs.page.problem")}><Paragraphs text={c.problem} /></RecordPart>
      {isLocked("indicators") ? null : (
        <RecordPart title={t("needs.page.indicators")}>
          <DataTable phone="list" caption={t("needs.page.indicators")} rows={c.indicators} rowKey={(row) => `${row.name}${row.target}`} columns={[
            { key: "name", label: t("needs.indicator.name"), cell: (row) => row.name },
            { key: "target", label: t("needs.indicator.target"), cell: (row) => <span className="font-semibold">{t(`needs.sign.${row.comparator}`)}{row.target}</span> },
            { key: "current", label: t("needs.indicator.current"), cell: (row) => figureText(row.current, null) || <Absent kind="unsaid" /> },
            { key: "unit", label: t("needs.indicator.unit"), cell: (row) => figureText(row.unit, null) || <Absent kind="none" /> },
            { key: "required", label: t("needs.indicator.required"), cell: (row) => t(`needs.required.${row.required}`) },
          ]} empty={<p><Absent kind="unsaid" /></p>} />
        </RecordPart>
      )}
      {isLocked("elements") ? null : (
        <RecordPart title={t("needs.page.elements")}>
          <Facts items={elementNames.map((name) => ({ label: t(`needs.elements.${name}`), value: c.elements[name] ? <span className="whitespace-pre-wrap">{c.elements[name]}</span> : <Absent kind="unsaid" /> }))} />
        </RecordPart>
      )}
      {c.notSought ? <RecordPart title={t("needs.page.notSought")}><Paragraphs text={c.notSought} /></RecordPart> : null}
    </RecordFrame>
  );
}
