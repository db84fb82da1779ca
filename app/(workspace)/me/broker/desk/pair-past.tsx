import { getTranslations } from "next-intl/server";
import { Details } from "@/app/_components/ui/details";
import { formatDateTime } from "@/lib/core/dates";
import type { PairFact } from "@/lib/introductions/past";

const first = 1;

/** What has already happened to a pair, newest first; older lines fold away. */
export async function PairPast({ facts }: { facts: PairFact[] }) {
  const t = await getTranslations("desk.past");
  const m = await getTranslations("matches");
  if (facts.length === 0) return <p className="text-dense text-ink-3">{t("none")}</p>;
  const words = (fact: PairFact): string => {
    const side = "side" in fact ? m(`kind.${fact.side}`) : "";
    const other = "side" in fact ? m(`counterpart.${fact.side}`) : "";
    const reason = "reason" in fact && fact.reason ? m(`reason.${fact.reason}`) : "";
    if (fact.code === "marked") return fact.note ? t("markedNote", { mark: t(`mark.${fact.kind}`), note: fact.note }) : t(`mark.${fact.kind}`);
    return t(fact.code === "interest_declined" && !reason ? "interest_declined_bare" : fact.code, { side, other, reason });
  };
  const line = (fact: PairFact, index: number) => <li key={index} className="flex flex-wrap gap-x-3"><span className="text-ink-3">{formatDateTime(fact.at)}</span><span>{words(fact)}</span></li>;
  return (
    <div className="text-dense">
      <h3 className="sr-only">{t("heading")}</h3>
      <ul className="grid gap-1">{facts.slice(0, first).map(line)}</ul>
      {facts.length > first ? <Details><summary className="text-accent">{t("more", { count: facts.length - first })}</summary><ul className="grid gap-1">{facts.slice(first).map(line)}</ul></Details> : null}
    </div>
  );
}
