import { useTranslations } from "next-intl";
import { Button } from "@/app/_components/ui/button";
import { Diff } from "@/app/_components/ui/diff";
import { Absent, Definition, Facts, Figure } from "@/app/_components/ui/facts";
import { PartBars } from "@/app/_components/ui/part-bars";
import { AudienceLine, DeadlineChip, DeadlineLine, PersonLine } from "@/app/_components/ui/people";
import { ProgressRuler } from "@/app/_components/ui/progress-ruler";
import { MaturityRuler } from "@/app/_components/ui/ruler";
import { StageTrack } from "@/app/_components/ui/stage-track";
import { Timeline } from "@/app/_components/ui/timeline";
import { TurnPanel } from "@/app/_components/ui/turn-panel";

const today = "2026-11-23";
const yi = 10_000_000_000;

export function RecordSection() {
  const t = useTranslations("design.records");
  const page = useTranslations("design");
  const [first, second] = t.raw("timeline") as [string, string, string][];
  return (
    <section className="grid gap-6">
      <h2>{page("sections.records")}</h2>
      <StageTrack stages={(t.raw("stages") as string[]).map((word, index) => ({ key: word, word, stayedDays: index === 4 ? 12 : undefined, state: index === 2 ? "skipped" : index < 4 ? "done" : index === 4 ? "now" : "later" }))} />
      <TurnPanel turn="mine" sentence={t("mine")} clock={<DeadlineChip date="2026-11-25" today={today} kind="working" />} detail={t("mineDetail")}><Button variant="primary">{t("mineAct")}</Button></TurnPanel>
      <TurnPanel turn="wait" sentence={t("wait")} />
      <TurnPanel turn="hold" sentence={t("hold")} clock={<DeadlineLine date="2026-11-29" today={today} />} detail={t("holdDetail")} />
      <div className="panel grid gap-4">
        <Figure label={t("figure")} value="301.4" unit={t("figureUnit")} asOf={t("figureAsOf")} large><Definition>{t("definition")}</Definition></Figure>
        <ProgressRuler value={301.4 * yi} target={400 * yi} due={358.4 * yi} />
        <ProgressRuler value={420 * yi} target={400 * yi} due={358.4 * yi} stretch={450 * yi} />
      </div>
      <MaturityRuler level={7} name={t("levelName")} required={8} />
      <div className="grid gap-8 md:grid-cols-2">
        <Facts items={[...(t.raw("facts") as [string, string][]).map(([label, value]) => ({ label, value })), { label: t("figure"), value: <Absent kind="unfilled" /> }]} />
        <PartBars parts={(t.raw("parts") as [string, number | null, string][]).map(([label, share, words]) => ({ label, share, words }))} />
        <div className="grid gap-3">
          <PersonLine name={t("person")} role={t("role")} organisation={t("organisation")} />
          <p className="flex flex-wrap gap-4"><AudienceLine audience="public" /><AudienceLine audience="registered" /><AudienceLine audience="deal" /></p>
          <p className="flex flex-wrap gap-3"><DeadlineChip date="2026-11-25" today={today} /><DeadlineChip date={today} today={today} /><DeadlineChip date="2026-11-20" today={today} kind="working" small /></p>
        </div>
        <Timeline entries={[
          { id: "e1", at: new Date("2026-11-22T07:10:00Z"), who: second?.[0], verb: second?.[1], object: second?.[2], changes: [{ field: t("changeField"), before: "80", after: "128" }] },
          { id: "e2", at: new Date("2026-11-21T01:02:00Z"), verb: t("system"), object: t("systemObject") },
          { id: "e3", at: new Date("2026-11-20T08:40:00Z"), who: first?.[0], verb: first?.[1], object: first?.[2], icon: "paperclip" },
        ]} />
      </div>
      <p className="max-w-[40em]"><Diff before={t("before")} after={t("after")} /></p>
    </section>
  );
}
