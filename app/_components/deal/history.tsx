import { useTranslations } from "next-intl";
import { Timeline } from "@/app/_components/ui/timeline";
import { formatMoney } from "@/lib/core/money";
import type { HistoryEntry } from "@/lib/events/history";

/** Events of a deal or a contract as a timeline; each can be linked to by its id. @param of the contract, which may have ended by the registering of another record of it, or be back with the undoing of that */
export function History({ entries, of }: { entries: readonly HistoryEntry[]; of?: string }) {
  const t = useTranslations("deals");
  const verb = (entry: HistoryEntry) => {
    const { joinedId, restoredId } = entry.facts;
    const key = `event.${of !== undefined && joinedId === of ? "registration__joined" : of !== undefined && restoredId === of ? "registration__brought_back" : entry.name.replace(".", "__")}`;
    return t.has(key as never) ? t(key as never) : entry.name;
  };
  // Of an import only that it happened: its sum is that of the whole file.
  const object = ({ name, facts }: HistoryEntry) => (name.startsWith("ledger.") ? "" : [facts.officialNumber, facts.number, facts.ordinal ? t("terms.version", { n: Number(facts.ordinal) }) : null, typeof facts.totalFen === "number" ? formatMoney(facts.totalFen) : null, typeof facts.differenceFen === "number" ? formatMoney(facts.differenceFen) : null]
      .filter((part) => part !== undefined && part !== null && part !== "").join("\u3000"));
  return (
    <Timeline entries={entries.map((entry) => ({
      id: entry.id, at: entry.at, verb: verb(entry), object: object(entry),
      ...(entry.who ? { who: entry.organisation ? `${entry.who}\u3000${entry.organisation}` : entry.who } : {}),
    }))} />
  );
}
