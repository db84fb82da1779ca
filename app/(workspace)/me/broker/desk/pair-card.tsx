import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { reasonWords, type ReasonSide, type WordedReason } from "@/app/(workspace)/o/[org]/matches/[id]/reason-words";
import { DemoChip } from "@/app/_components/listing/demo-chip";
import { Chip } from "@/app/_components/ui/chip";
import { Details } from "@/app/_components/ui/details";
import { PhoneFold } from "@/app/_components/ui/phone-fold";
import { maturityName } from "@/lib/codes/maturity";
import { districtShortName } from "@/lib/codes/places";
import { formatDate } from "@/lib/core/dates";
import type { PairFact } from "@/lib/introductions/past";
import { newestChange, type DeskPair, type PairRecord } from "@/lib/introductions/pairs";
import { PairActs, Recommend } from "./pair-acts";
import { PairPast } from "./pair-past";

const tones = { high: "ok", good: "go" } as const;
const order = ["text", "field", "elements", "maturity", "modes", "money", "place", ""];
const sides = ["fits", "differs", "lacks"] as const satisfies ReasonSide[];

type Props = { pair: DeskPair; facts: PairFact[]; back: string };

/** One pair: why it is here, both records, one reason and one obstacle, what happened last, what can be done; the rest folds. */
export async function PairCard({ pair, facts, back }: Props) {
  const t = await getTranslations("desk");
  const m = await getTranslations("matches");
  const reasons = await reasonsOf(pair, t);
  const fit = reasons.find(({ side }) => side === "fits");
  const obstacle = reasons.find(({ side }) => side === "differs") ?? reasons.find(({ side }) => side === "lacks");
  const change = newestChange(pair);
  return (
    <article className="grid gap-2" aria-label={`${pair.need.title} ${t("and")} ${pair.achievement.title}`}>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-dense text-ink-2">
        <span className="sr-only">{t("why.heading")}</span>
        <Chip tone={tones[pair.level]} small>{m(`level.${pair.level}`)}</Chip>
        <span>{t(`why.${change.kind}${change.revised ? "Revised" : ""}`, { date: formatDate(change.on, "monthDay") })}</span>
        {pair.ownField ? <span>{t("why.ownField")}</span> : null}
        {pair.mark ? <Chip tone={pair.mark.kind === "contacted" ? "ok" : "mute"} small>{t(`tab.${pair.mark.kind}`)}</Chip> : null}
        {pair.mark?.dueOn ? <span>{t("next", { date: formatDate(pair.mark.dueOn, "monthDay") })}</span> : null}
        {pair.introduced ? <Chip tone="wait" icon="send" small>{t("introduced")}</Chip> : null}
        <DemoChip demo={pair.need.demo || pair.achievement.demo} small />
      </p>
      <div className="grid gap-2 md:grid-cols-2 md:gap-6">
        <RecordLine kind="need" record={pair.need} label={m("kind.need")} t={t} />
        <RecordLine kind="achievement" record={pair.achievement} label={m("kind.achievement")} t={t} />
      </div>
      <dl className="grid gap-x-6 text-dense md:grid-cols-2">
        {fit ? <div className="flex gap-3"><dt className="shrink-0 text-ink-3">{t("fits")}</dt><dd className="line-clamp-1 md:line-clamp-2 print:line-clamp-none">{fit.words}</dd></div> : null}
        {obstacle ? <div className="flex gap-3"><dt className="shrink-0 text-ink-3">{t("obstacle")}</dt><dd className="line-clamp-1 md:line-clamp-2 print:line-clamp-none">{obstacle.words}</dd></div> : null}
      </dl>
      {/* On a phone twenty pairs have to be read through: what each is for stays, the rest unfolds. */}
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="md:order-2"><Recommend pair={pair} back={back} /></div>
        <PhoneFold more={t("more")} less={t("less")}>
          <div className="flex flex-wrap gap-x-4 gap-y-1 text-dense md:order-1 md:min-w-0 md:flex-1 md:basis-32">
            <PairPast facts={facts} />
            {reasons.length > 1 ? (
              <Details className="open:w-full">
                <summary className="text-accent">{t("reasons")}</summary>
                <dl className="grid grid-cols-[1.5em_minmax(0,1fr)] gap-x-3 gap-y-1 pt-1">
                  {sides.map((side) => {
                    const words = reasons.filter((reason) => reason.side === side).map((reason) => reason.words);
                    return words.length === 0 ? null : <div key={side} className="contents"><dt className="text-ink-3">{m(side)}</dt><dd>{words.join(m("semicolon"))}</dd></div>;
                  })}
                </dl>
              </Details>
            ) : null}
          </div>
          <PairActs pair={pair} back={back} />
        </PhoneFold>
      </div>
    </article>
  );
}

/** In the order in which a broker weighs them; one word for what is covered, because a list of elements would push money, mode and stage out of sight. */
async function reasonsOf(pair: DeskPair, t: Words): Promise<WordedReason[]> {
  const named = pair.reasons.filter(({ code }) => code === "element_covered" || code === "element_open");
  const covered = named.filter(({ code }) => code === "element_covered").length;
  return [
    ...(covered > 0 ? [{ side: "fits" as const, part: "elements", words: t("elements", { covered, named: named.length }) }] : []),
    ...(await reasonWords(pair)).filter((reason) => reason.part !== "elements" || reason.side !== "fits"),
  ].sort((a, b) => order.indexOf(a.part) - order.indexOf(b.part));
}

type Words = Awaited<ReturnType<typeof getTranslations<"desk">>>;

function RecordLine({ kind, record, label, t }: { kind: "need" | "achievement"; record: PairRecord; label: string; t: Words }) {
  const where = [label, record.organisationName, record.district ? districtShortName(record.district) : null, record.maturity ? t(`maturity.${kind}`, { level: record.maturity, name: maturityName(record.maturity) }) : null].filter(Boolean);
  return (
    <div className="grid content-start">
      <h2 className="text-h3"><Link href={`/${kind}s/${record.id}`}>{record.title}</Link></h2>
      <p className="line-clamp-1 text-dense text-ink-2 md:line-clamp-none print:line-clamp-none">{where.join(" / ")}</p>
    </div>
  );
}
