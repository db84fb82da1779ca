import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { reasonWords, type ReasonSide } from "@/app/(workspace)/o/[org]/matches/[id]/reason-words";
import { DemoChip } from "@/app/_components/listing/demo-chip";
import { Chip } from "@/app/_components/ui/chip";
import { maturityName } from "@/lib/codes/maturity";
import { districtShortName } from "@/lib/codes/places";
import { formatDate } from "@/lib/core/dates";
import type { PairFact } from "@/lib/introductions/past";
import type { DeskPair, PairRecord } from "@/lib/introductions/queries";
import { PairActs } from "./pair-acts";
import { PairPast } from "./pair-past";

const tones = { high: "ok", good: "go" } as const;
const order = ["text", "field", "elements", "maturity", "modes", "money", "place", ""];
/** Reasons of one side; the rest stands with the originals. */
const shown = 6;

type Props = { pair: DeskPair; facts: PairFact[]; back: string };

/** One pair: its level, both records, why it fits and what stands against it, what has happened, what can be done. */
export async function PairCard({ pair, facts, back }: Props) {
  const t = await getTranslations("desk");
  const m = await getTranslations("matches");
  const named = pair.reasons.filter(({ code }) => code === "element_covered" || code === "element_open");
  const covered = named.filter(({ code }) => code === "element_covered").length;
  // One word for what is covered: a list of elements would push money, mode and stage out of sight.
  const reasons = [
    ...(covered > 0 ? [{ side: "fits" as const, part: "elements", words: t("elements", { covered, named: named.length }) }] : []),
    ...(await reasonWords(pair)).filter((reason) => reason.part !== "elements" || reason.side !== "fits"),
  ].sort((a, b) => order.indexOf(a.part) - order.indexOf(b.part));
  return (
    <article className="panel grid gap-4" aria-label={`${pair.need.title} ${t("and")} ${pair.achievement.title}`}>
      <p className="flex flex-wrap items-center gap-3">
        <Chip tone={tones[pair.level]}>{m(`level.${pair.level}`)}</Chip>
        {pair.mark ? <Chip tone={pair.mark.kind === "contacted" ? "ok" : "mute"}>{t(`tab.${pair.mark.kind}`)}</Chip> : null}
        {pair.mark?.dueOn ? <span className="text-dense text-ink-2">{t("next", { date: formatDate(pair.mark.dueOn, "monthDay") })}</span> : null}
        {pair.introduced ? <Chip tone="wait" icon="send">{t("introduced")}</Chip> : null}
      </p>
      <div className="grid gap-3 md:grid-cols-2 md:gap-6">
        <RecordLine kind="need" record={pair.need} label={m("kind.need")} t={t} />
        <RecordLine kind="achievement" record={pair.achievement} label={m("kind.achievement")} t={t} />
      </div>
      <dl className="grid grid-cols-[1.5em_minmax(0,1fr)] gap-x-3 gap-y-1 text-dense">
        {(["fits", "differs", "lacks"] as const satisfies ReasonSide[]).map((side) => {
          const words = reasons.filter((reason) => reason.side === side).slice(0, shown).map((reason) => reason.words);
          return words.length === 0 ? null : <div key={side} className="contents"><dt className="text-ink-3">{m(side)}</dt><dd>{words.join(m("semicolon"))}</dd></div>;
        })}
      </dl>
      <PairPast facts={facts} />
      <PairActs pair={pair} back={back} dismissed={facts.some((fact) => fact.code === "dismissed")} />
    </article>
  );
}

function RecordLine({ kind, record, label, t }: { kind: "need" | "achievement"; record: PairRecord; label: string; t: Awaited<ReturnType<typeof getTranslations<"desk">>> }) {
  const where = [record.organisationName, record.district ? districtShortName(record.district) : null, record.maturity ? t(`maturity.${kind}`, { level: record.maturity, name: maturityName(record.maturity) }) : null].filter(Boolean);
  return (
    <div className="grid content-start gap-1">
      <p className="text-dense text-ink-3">{label}</p>
      <h2 className="text-h3"><Link href={`/${kind}s/${record.id}`}>{record.title}</Link></h2>
      <p className="text-dense text-ink-2">{where.join(" / ")} <DemoChip demo={record.demo} small /></p>
    </div>
  );
}
