import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DataTable } from "@/app/_components/ui/data-table";
import { Absent } from "@/app/_components/ui/facts";
import { MaturityRuler } from "@/app/_components/ui/ruler";
import type { AchievementReading } from "@/lib/achievements/queries";
import { codeName } from "@/lib/codes/lists";
import { maturityName } from "@/lib/codes/maturity";
import { priceText, withheldText } from "./describe";
import { figureText } from "./figure-text";
import { Paragraphs, RecordFrame, RecordPart, type Doorway } from "./record-frame";

type Props = { reading: AchievementReading; door: Doorway; bar?: ReactNode; aside?: ReactNode };

/** An achievement as its readers see it (look 4.3): what and for whom, maturity, figures, scenes, rights, team. */
export async function AchievementRecord({ reading, door, bar, aside }: Props) {
  const t = await getTranslations();
  const c = reading.content;
  const withheld = withheldText(t, reading, "price"), price = withheld ?? priceText(t, c);
  const owners = [reading.organisation?.name, ...c.coOwners].filter(Boolean).join(t("listings.separator"));
  const facts = [
    { label: t("achievements.page.price"), value: price },
    { label: t("achievements.page.stage"), value: c.stage ? codeName("stage", c.stage) : <Absent kind="unsaid" /> },
    { label: t("listings.public.owner"), value: owners || t("listings.public.anonymous") },
  ];
  return (
    <RecordFrame reading={reading} door={door} facts={facts} short={withheld ? t("search.priceOpen.withheld") : price} bar={bar} aside={aside}>
      <p className="max-w-[40em] text-body">{c.summary}</p>
      {c.maturity ? <RecordPart title={t("achievements.page.maturity")}><MaturityRuler level={c.maturity} name={maturityName(c.maturity)} /></RecordPart> : null}
      {c.advantages.length > 0 ? (
        <RecordPart title={t("achievements.page.advantages")}>
          <DataTable phone="list" caption={t("achievements.page.advantages")} rows={c.advantages} rowKey={(row) => `${row.indicator}${row.ours}`} columns={[
            { key: "indicator", label: t("achievements.advantage.indicator"), cell: (row) => row.indicator },
            { key: "ours", label: t("achievements.advantage.ours"), cell: (row) => <span className="whitespace-nowrap font-semibold">{figureText(row.ours, row.unit, " ") || <Absent kind="unsaid" />}</span> },
            { key: "current", label: t("achievements.advantage.current"), cell: (row) => figureText(row.current, row.unit, " ") || <Absent kind="unsaid" /> },
            { key: "evidence", label: t("achievements.advantage.evidence"), cell: (row) => row.evidence || <Absent kind="unsaid" /> },
          ]} />
        </RecordPart>
      ) : null}
      {c.description ? <RecordPart title={t("achievements.page.description")}><Paragraphs text={c.description} /></RecordPart> : null}
      {c.scenes.length > 0 ? <RecordPart title={t("achievements.page.scenes")}><ul className="grid list-disc gap-1 pl-6 text-body">{c.scenes.map((scene) => <li key={scene}>{scene}</li>)}</ul></RecordPart> : null}
      {c.ip.length > 0 ? (
        <RecordPart title={t("achievements.page.ip")}>
          <DataTable phone="list" caption={t("achievements.page.ip")} rows={c.ip} rowKey={(row) => `${row.kind}${row.number ?? ""}${row.title ?? ""}`} columns={[
            { key: "kind", label: t("achievements.ipRow.kind"), cell: (row) => (row.kind ? codeName("ip_kind", row.kind) : <Absent kind="unsaid" />) },
            { key: "number", label: t("achievements.ipRow.number"), cell: (row) => row.number ?? <Absent kind="none" /> },
            { key: "status", label: t("achievements.ipRow.status"), cell: (row) => (row.kind === "none" ? <Absent kind="none" /> : row.status ? codeName("ip_status", row.status) : <Absent kind="unsaid" />) },
            { key: "title", label: t("achievements.ipRow.title"), cell: (row) => row.title ?? <Absent kind="none" /> },
          ]} />
        </RecordPart>
      ) : null}
      {c.completers.length > 0 ? <RecordPart title={t("achievements.page.team")}><ol className="grid list-decimal gap-1 pl-6 text-body">{c.completers.map((person, index) => <li key={index}>{[person.name, person.title, person.organisation].filter(Boolean).join("\u3000")}</li>)}</ol></RecordPart> : null}
    </RecordFrame>
  );
}
