import Link from "@/app/_components/ui/link";
import { getTranslations } from "next-intl/server";
import { listingHref } from "@/app/_components/listing-result/listing-result";
import { Marked } from "@/app/_components/listing-result/marked";
import { describe, withheldText } from "@/app/_components/listing/describe";
import type { AchievementReading } from "@/lib/achievements/queries";
import type { NeedReading } from "@/lib/needs/queries";

/** Every place where one of the words stands, in order; those that overlap are one. */
function rangesOf(text: string, words: string[]): [number, number][] {
  const lower = text.toLowerCase();
  const all: [number, number][] = [];
  for (const word of words.map((one) => one.toLowerCase()).filter(Boolean)) {
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length)) all.push([at, at + word.length]);
  }
  const merged: [number, number][] = [];
  for (const [start, end] of all.sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end); else merged.push([start, end]);
  }
  return merged;
}

/** The name stands above, and whose record it is; who may read which field is no part of what it says. */
const unshown = new Set(["title", "anonymous", "alias", "audience"]);

type Side = { kind: "achievement"; reading: AchievementReading } | { kind: "need"; reading: NeedReading };

/** One record field by field, each with its name, as this reader may read it. */
export async function SideText({ side, name, words }: { side: Side; name: string; words: string[] }) {
  const t = await getTranslations("matches");
  const { kind, reading } = side;
  const [all, described] = [await getTranslations(), await (kind === "achievement" ? describe("achievement", reading.content) : describe("need", reading.content))];
  const fields = described.map((one) => ({ ...one, text: withheldText(all, reading, one.field) ?? one.text }));
  const marked = (text: string) => <Marked text={text} ranges={rangesOf(text, words)} />;
  return (
    <article className="panel grid content-start gap-3">
      <header className="grid gap-1">
        <p className="text-dense text-ink-3">{[t(`kind.${kind}`), name].filter(Boolean).join(" / ")}</p>
        <h3 className="text-h3">{marked(reading.content.title)}</h3>
      </header>
      <dl className="grid gap-3">
        {fields.filter(({ field, text }) => !unshown.has(field) && text !== "").map(({ field, label, text }) => (
          <div key={field}>
            <dt className="text-dense text-ink-3">{label}</dt>
            <dd className="break-words whitespace-pre-wrap">{marked(text)}</dd>
          </div>
        ))}
      </dl>
      <p><Link className="link text-dense" href={listingHref({ kind, id: reading.id })}>{t("compare.open")}</Link></p>
    </article>
  );
}
