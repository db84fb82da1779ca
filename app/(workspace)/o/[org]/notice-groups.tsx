"use client";

import Link from "@/app/_components/ui/link";
import { Details } from "@/app/_components/ui/details";

type When = readonly [iso: string, full: string, words: string];
export type NoticeLine = { key: string; text: string; href: string; when: When };
/** `lead` says what many of one kind have in common; without it there is one line. */
export type NoticeGroup = { lead?: string; lines: readonly NoticeLine[] };

/** What `NoticeLines` draws. It runs in the browser, too, so that a desk sends its sentences and not the markup of each. */
export function NoticeGroups({ groups, word }: { groups: readonly NoticeGroup[]; word: string }) {
  return (
    <ul className="ledger">
      {groups.map(({ lead, lines }) => (lead === undefined ? lines.map((line) => <Line key={line.key} line={line} word={word} />) : (
        <li key={lines[0]?.key}>
          <Details>
            <summary>
              <span className="inline-flex w-[calc(100%-1.5em)] flex-wrap items-baseline gap-x-4 align-top">
                <span className="w-full text-accent md:w-auto md:min-w-[10em] md:flex-1">{lead}</span>
                {lines[0] ? <Time when={lines[0].when} /> : null}
              </span>
            </summary>
            <ul className="ledger mt-1 border-l-4 border-line pl-3">{lines.map((line) => <Line key={line.key} line={line} word={word} />)}</ul>
          </Details>
        </li>
      )))}
    </ul>
  );
}

function Line({ line: { text, href, when }, word }: { line: NoticeLine; word: string }) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 md:items-baseline">
      <span className="w-full md:w-auto md:min-w-[12em] md:flex-1">{text}</span>
      <Time when={when} />
      <Link href={href} className="inline-flex min-h-(--target) items-center md:min-h-0">{word}</Link>
    </li>
  );
}

function Time({ when: [iso, full, words] }: { when: When }) {
  return <span className="text-dense text-ink-3"><time dateTime={iso} title={full}>{words}</time></span>;
}
