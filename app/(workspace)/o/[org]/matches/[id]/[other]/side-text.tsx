import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { listingHref } from "@/app/_components/listing-result/listing-result";
import { Marked } from "@/app/_components/listing-result/marked";
import type { SearchDocument } from "@/lib/engine/document";

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

/** A number is searched for in several spellings; one of them is enough to read. */
function onceSpelled(text: string): string {
  const parts = text.split(" ");
  const said = (until: number, part: string) => parts.slice(0, until).some((_, start) => {
    let run = "";
    return parts.slice(start, until).some((one) => (run += one) === part || run.replace(/^(ZL|CN)/i, "") === part);
  });
  return parts.filter((part, at) => !/\d{6}/.test(part) || !said(at, part)).join(" ");
}

/** The public text of one record, paragraph by paragraph. */
export async function SideText({ document, words }: { document: SearchDocument; words: string[] }) {
  const t = await getTranslations("matches");
  const paragraphs = [document.summary, ...document.body.split("\n")].map((text) => onceSpelled(text.trim())).filter((text, at, all) => text !== "" && all.indexOf(text) === at);
  return (
    <article className="panel grid content-start gap-3">
      <header className="grid gap-1">
        <p className="text-dense text-ink-3">{[t(`kind.${document.kind}`), document.organisationName].filter(Boolean).join(" / ")}</p>
        <h3 className="text-h3"><Marked text={document.title} ranges={rangesOf(document.title, words)} /></h3>
      </header>
      {paragraphs.map((text) => <p key={text} className={`break-words ${text.length > 40 ? "" : "-mt-1.5 text-dense text-ink-2"}`}><Marked text={text} ranges={rangesOf(text, words)} /></p>)}
      <p><Link className="link text-dense" href={listingHref(document)}>{t("compare.open")}</Link></p>
    </article>
  );
}
