import { useTranslations } from "next-intl";
import { Timeline } from "@/app/_components/ui/timeline";
import { codeName } from "@/lib/codes/lists";
import { districtName, placeName } from "@/lib/codes/places";
import { formatMoney } from "@/lib/core/money";
import type { HistoryEntry } from "@/lib/events/history";

/** The parties of one side as `partyLines` keeps them with the event. */
function parties(kept: unknown): string {
  if (!Array.isArray(kept)) return "";
  return kept.map((line) => {
    const [name, code, nature, share, place = ""] = String(line).split("\t");
    return [name, code, nature ? codeName("nature", nature) : "", `${Number(share) / 100}%`, /^\d/.test(place) ? placeName(place) : districtName(place)].filter((part) => part !== "").join(" ");
  }).join("\u3001");
}

/** Events of a deal or a contract as a timeline; each can be linked to by its id. @param of the contract, which may have ended by the registering of another record of it, or be back with the undoing of that */
export function History({ entries, of }: { entries: readonly HistoryEntry[]; of?: string }) {
  const t = useTranslations("deals");
  const verb = (entry: HistoryEntry) => {
    const { joinedId, restoredId, reopened } = entry.facts;
    const key = `event.${of !== undefined && joinedId === of ? "registration__joined" : of !== undefined && restoredId === of ? "registration__brought_back" : `${entry.name.replace(".", "__")}${reopened === true ? "_anew" : ""}`}`;
    return t.has(key as never) ? t(key as never) : entry.name;
  };
  // Of an import only that it happened: its sum is that of the whole file.
  const object = ({ name, facts }: HistoryEntry) => (name.startsWith("ledger.") ? "" : [facts.fileName, facts.officialNumber, facts.number, facts.ordinal ? t("terms.version", { n: Number(facts.ordinal) }) : null, typeof facts.totalFen === "number" ? formatMoney(facts.totalFen) : null, typeof facts.differenceFen === "number" ? formatMoney(facts.differenceFen) : null]
      .filter((part) => part !== undefined && part !== null && part !== "").join("\u3000"));
  const sides = ["seller", "buyer"] as const;
  const changes = ({ facts }: HistoryEntry) => sides.filter((side) => Array.isArray(facts[`${side}s`])).map((side) => ({ field: t(`parties_${side}`), before: parties(facts[`${side}sBefore`]), after: parties(facts[`${side}s`]) }));
  return (
    <Timeline entries={entries.map((entry) => ({
      id: entry.id, at: entry.at, verb: verb(entry), object: object(entry), changes: changes(entry),
      ...(entry.who ? { who: entry.organisation ? `${entry.who}\u3000${entry.organisation}` : entry.who } : {}),
    }))} />
  );
}
