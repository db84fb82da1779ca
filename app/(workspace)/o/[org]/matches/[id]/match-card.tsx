import Link from "@/app/_components/ui/link";
import { getTranslations } from "next-intl/server";
import { DemoChip } from "@/app/_components/listing/demo-chip";
import { ActForm, FormField, SubmitButton } from "@/app/_components/ui/act-form";
import { LinkButton } from "@/app/_components/ui/button";
import { Chip } from "@/app/_components/ui/chip";
import { Details } from "@/app/_components/ui/details";
import { Dialog } from "@/app/_components/ui/dialog";
import { PartBars } from "@/app/_components/ui/part-bars";
import { districtShortName } from "@/lib/codes/places";
import type { Begun } from "@/lib/interests/queries";
import { dismissalReasons } from "@/lib/interests/states";
import type { MatchView } from "@/lib/matching/queries";
import { dismissMatch } from "../actions";
import { reasonWords, type ReasonSide, type WordedReason } from "./reason-words";

const parts = ["text", "field", "elements", "maturity", "modes", "money", "place"] as const;
const tones = { high: "ok", good: "go", fair: "wait" } as const;

type Props = { match: MatchView; org: string; ownId: string; mayAct: boolean; /** What has come of it already. */ begun?: Begun | undefined; /** The originals already stand beside it. */ compared?: boolean };

/** One match: its level in words, why it fits and where it does not, and the two things one can do with it. */
export async function MatchCard({ match, org, ownId, mayAct, begun, compared }: Props) {
  const t = await getTranslations("matches");
  const reasons = await reasonWords(match);
  const { other } = match;
  const saysNothing = match.reasons.some(({ code, values }) => code === "missing" && (values?.field === "price" || values?.field === "budget"));
  const where = [other.organisationName, other.district ? districtShortName(other.district) : null].filter(Boolean).join(" / ");
  return (
    <article className="panel grid gap-5 beside:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)]">
      <div className="grid content-start gap-3">
        <header className="grid gap-1">
          <p className="flex flex-wrap items-center gap-3"><Chip tone={tones[match.level]}>{t(`level.${match.level}`)}</Chip><span className="text-dense text-ink-3">{where}</span><DemoChip demo={other.demo} small /></p>
          <h2 className="text-h3"><Link href={`/${other.kind}s/${other.id}`}>{other.title}</Link></h2>
        </header>
        {match.changed ? <p className="text-dense text-ink-2">{t("changed")}</p> : null}
        <dl className="grid grid-cols-[1.5em_minmax(0,1fr)] gap-x-3 gap-y-1 text-dense">
          {(["fits", "differs", "lacks"] as const).map((side) => <ReasonLine key={side} side={side} label={t(side)} reasons={reasons} and={t("semicolon")} />)}
        </dl>
        {mayAct ? (
          <div className="flex flex-wrap items-center gap-3">
            {begun ? <LinkButton href={begun.dealId ? `/o/${org}/deals/${begun.dealId}` : `/o/${org}/interests?box=out`}>{t(begun.dealId ? "inDeal" : "interestSent")}</LinkButton>
              : <LinkButton variant={compared || match.level === "high" ? "primary" : "plain"} href={`/o/${org}/interests/new?target=${other.id}&own=${ownId}`}>{t("interest")}</LinkButton>}
            {compared ? null : <LinkButton href={`/o/${org}/matches/${ownId}/${other.id}`}>{t("original")}</LinkButton>}
            <Dialog open={t("notSuitable")} variant="text" title={t("notSuitableTitle")} cancel={t("cancel")} closeKey={other.id}>
              <ActForm action={dismissMatch} org={org} hidden={{ needId: match.needId, achievementId: match.achievementId }} ids={other.id.slice(-6)}>
                <FormField name="reason" type="radio" label={t("reasonLabel")} options={dismissalReasons.map((reason) => ({ value: reason, label: t(`reason.${reason}`) }))} />
                <FormField name="note" type="text" label={t("note")} hint={t("noteHint")} limit={200} />
                <SubmitButton>{t("save")}</SubmitButton>
              </ActForm>
            </Dialog>
          </div>
        ) : null}
      </div>
      {/* On a phone the words above have said it all; the tracks stand beside the originals. */}
      {match.score === null ? null : <div className={`grid content-start gap-3 ${compared || !mayAct ? "" : "max-sm:hidden"}`}>
        <h3 className="sr-only">{t("parts")}</h3>
        <PartBars parts={parts.map((part) => ({ label: t(`part.${part}`), share: match.parts[part] ?? null, words: part === "money" && match.parts.money === undefined && !saysNothing ? t("negotiable") : barWords(part, reasons, match.parts[part], t) }))} />
        <Details className="text-dense text-ink-2"><summary>{t("how")}</summary><p className="mt-2">{t("howText", { score: Math.round(match.score), method: match.method })}</p></Details>
      </div>}
    </article>
  );
}

function ReasonLine({ side, label, reasons, and }: { side: ReasonSide; label: string; reasons: WordedReason[]; and: string }) {
  const words = reasons.filter((reason) => reason.side === side).map((reason) => reason.words);
  if (words.length === 0) return null;
  return <><dt className="text-ink-3">{label}</dt><dd>{words.join(and)}</dd></>;
}

function barWords(part: string, reasons: WordedReason[], share: number | undefined, t: Awaited<ReturnType<typeof getTranslations<"matches">>>): string {
  if (share === undefined) return t("unsaid");
  const said = reasons.find((reason) => reason.part === part && reason.side !== "lacks")?.words;
  return said ?? (share > 0 ? t("share", { percent: Math.round(share * 100) }) : t("shareNone"));
}
