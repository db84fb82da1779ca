import { getTranslations } from "next-intl/server";
import { reasonWords, type ReasonSide, type WordedReason } from "@/app/(workspace)/o/[org]/matches/[id]/reason-words";
import { maturityName } from "@/lib/codes/maturity";
import { districtShortName } from "@/lib/codes/places";
import { formatDate } from "@/lib/core/dates";
import type { PairFact } from "@/lib/introductions/past";
import { newestChange, type DeskPair, type PairRecord } from "@/lib/introductions/pairs";
import type { DeskWords } from "./desk-words";
import { pastWords } from "./pair-past";
import { PairView, type PairWords } from "./pair-view";

const tones = { high: "ok", good: "go", fair: "wait" } as const;
const order = ["text", "field", "elements", "figures", "maturity", "modes", "money", "place", ""];
const sides = ["fits", "differs", "lacks"] as const satisfies ReasonSide[];

type Props = { pair: DeskPair; facts: PairFact[]; words: DeskWords; shown: string | undefined };

/** One pair: why it is here, both records, one reason and one obstacle, what happened last, what can be done; the rest folds. */
export async function PairCard({ pair, facts, words, shown }: Props) {
  const t = await getTranslations("desk");
  const m = await getTranslations("matches");
  const demo = pair.need.demo || pair.achievement.demo ? (await getTranslations("listings.public"))("demo") : null;
  const reasons = await reasonsOf(pair, t);
  const fit = reasons.find(({ side }) => side === "fits");
  const obstacle = reasons.find(({ side }) => side === "differs") ?? reasons.find(({ side }) => side === "lacks");
  const change = newestChange(pair);
  const bySide = sides.map((side) => ({ side: m(side), words: reasons.filter((reason) => reason.side === side).map((reason) => reason.words).join(m("semicolon")) })).filter((one) => one.words !== "");
  const view: PairWords = {
    needId: pair.needId, achievementId: pair.achievementId, open: !pair.introduced && !pair.refused && !pair.own, aside: pair.mark?.kind === "aside", state: `${pair.mark?.id ?? ""}${pair.introduced?.at ?? ""}`, shown,
    and: t("and"), need: recordLine("need", pair.need, m("kind.need"), t), achievement: recordLine("achievement", pair.achievement, m("kind.achievement"), t), level: { word: m(`level.${pair.level}`), tone: tones[pair.level] },
    why: [t(`why.${change.kind}${change.revised ? "Revised" : ""}`, { date: formatDate(change.on, "monthDay") }), ...(pair.ownField ? [t("why.ownField")] : [])],
    ...(pair.mark ? { markId: pair.mark.id, mark: { word: t(`tab.${pair.mark.kind}`), tone: pair.mark.kind === "contacted" ? "ok" as const : "mute" as const }, takeBack: t("takeBack", { mark: t(`tab.${pair.mark.kind}`) }) } : {}),
    ...(pair.mark?.dueOn ? { next: t("next", { date: formatDate(pair.mark.dueOn, "monthDay") }) } : {}),
    ...(pair.introduced ? { introduced: t("introduced") } : {}), ...(demo ? { demo } : {}), ...(fit ? { fit: fit.words } : {}), ...(obstacle ? { obstacle: obstacle.words } : {}),
    past: await pastWords(facts), reasons: reasons.length > 1 ? bySide : [],
  };
  return <PairView pair={view} words={words} />;
}

/** In the order in which a broker weighs them; one word for what is covered, because a list of elements would push money, mode and stage out of sight. */
async function reasonsOf(pair: DeskPair, t: Words): Promise<WordedReason[]> {
  const named = pair.reasons.filter(({ code }) => ["element_covered", "element_partly", "element_open"].includes(code));
  const covered = named.filter(({ code }) => code === "element_covered").length;
  return [
    ...(covered > 0 ? [{ side: "fits" as const, part: "elements", words: t("elements", { covered, named: named.length }) }] : []),
    ...(await reasonWords(pair)).filter((reason) => reason.part !== "elements" || reason.side !== "fits"),
  ].sort((a, b) => order.indexOf(a.part) - order.indexOf(b.part));
}

type Words = Awaited<ReturnType<typeof getTranslations<"desk">>>;

function recordLine(kind: "need" | "achievement", record: PairRecord, label: string, t: Words): PairWords["need"] {
  const where = [label, record.organisationName, record.district ? districtShortName(record.district) : null, record.maturity ? t(`maturity.${kind}`, { level: record.maturity, name: maturityName(record.maturity) }) : null].filter(Boolean);
  return { title: record.title, where: where.join(" / "), ...(record.organisationId ? { organisationId: record.organisationId } : {}), ...(record.deal ? { deal: { id: record.deal.id, words: t("reach.deal", { number: record.deal.number }) } } : {}) };
}
