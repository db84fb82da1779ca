"use client";

import Link from "@/app/_components/ui/link";
import { Chip, type Tone } from "@/app/_components/ui/chip";
import { Details } from "@/app/_components/ui/details";
import { PhoneFold } from "@/app/_components/ui/phone-fold";
import type { DeskWords } from "./desk-words";
import { PairActs, Recommend, type PairWays } from "./pair-acts";
import type { PastWords } from "./pair-past";

export type PairWords = PairWays & {
  level: { word: string; tone: Tone };
  /** Why it is here, and when it comes again. */
  why: string[];
  mark?: { word: string; tone: Tone };
  next?: string; introduced?: string; demo?: string;
  /** The words between both titles where the pair is named. */
  and: string;
  need: RecordWords; achievement: RecordWords;
  fit?: string; obstacle?: string;
  past: PastWords;
  /** By side (fits, differs, lacks); nothing where the two lines above say it all. */
  reasons: { side: string; words: string }[];
};

/** A record, and how its owner can be reached: by what is public of them, and where the broker takes part in a deal of theirs. */
export type RecordWords = { title: string; where: string; organisationId?: string; deal?: { id: string; words: string } };

/** What `PairCard` draws. It runs in the browser, too, so that a desk sends the words of its pairs and no markup twice. */
export function PairView({ pair, words }: { pair: PairWords; words: DeskWords }) {
  return (
    <article className="pair" aria-label={`${pair.need.title} ${pair.and} ${pair.achievement.title}`}>
      <p className="why">
        <span className="sr-only">{words.why}</span>
        <Chip tone={pair.level.tone} small>{pair.level.word}</Chip>
        {pair.why.map((why) => <span key={why}>{why}</span>)}
        {pair.mark ? <Chip tone={pair.mark.tone} small>{pair.mark.word}</Chip> : null}
        {pair.next ? <span>{pair.next}</span> : null}
        {pair.introduced ? <Chip tone="wait" icon="send" small>{pair.introduced}</Chip> : null}
        {pair.demo ? <Chip tone="mute" icon="flask-conical" small>{pair.demo}</Chip> : null}
      </p>
      <div className="records">
        {(["need", "achievement"] as const).map((kind) => (
          <div key={kind}>
            <h2 className="text-h3"><Link href={`/${kind}s/${pair[`${kind}Id`]}`}>{pair[kind].title}</Link></h2>
            <p>{pair[kind].where}</p>
            <Reach record={pair[kind]} words={words} />
          </div>
        ))}
      </div>
      <dl className="telling">
        {pair.fit ? <Telling word={words.fits} words={pair.fit} /> : null}
        {pair.obstacle ? <Telling word={words.obstacle} words={pair.obstacle} /> : null}
      </dl>
      {/* On a phone twenty pairs have to be read through: what each is for stays, the rest unfolds. */}
      <div className="ways">
        <div className="md:order-2"><Recommend pair={pair} words={words} /></div>
        <PhoneFold more={words.more} less={words.less}>
          <div className="more">
            <Past past={pair.past} words={words} />
            {pair.reasons.length > 0 ? (
              <Details className="open:w-full">
                <summary className="text-accent">{words.reasons}</summary>
                <dl>
                  {pair.reasons.map((reason) => <div key={reason.side}><dt>{reason.side}</dt><dd>{reason.words}</dd></div>)}
                </dl>
              </Details>
            ) : null}
          </div>
          <PairActs pair={pair} words={words} />
        </PhoneFold>
      </div>
    </article>
  );
}

function Reach({ record: { organisationId, deal }, words: { reach } }: { record: RecordWords; words: DeskWords }) {
  return (
    <div className="flex flex-wrap gap-x-3 text-dense">
      <span className="text-ink-3">{reach.label}</span>
      {organisationId ? <Link href={`/organisations/${organisationId}`}>{reach.page}</Link> : <span className="text-ink-2">{reach.unnamed}</span>}
      {deal ? <Link href={`/me/deals/${deal.id}?tab=messages`}>{deal.words}</Link> : null}
    </div>
  );
}

function Telling({ word, words }: { word: string; words: string }) {
  return <div><dt>{word}</dt><dd>{words}</dd></div>;
}

function Past({ past: { lines: [newest, ...older], older: more }, words }: { past: PastWords; words: DeskWords }) {
  if (!newest) return <p className="text-dense text-ink-3">{words.nothing}</p>;
  const line = ({ at, words: said }: PastWords["lines"][number], index: number) => <li key={index} className="flex flex-wrap gap-x-3"><span className="text-ink-3">{at}</span><span>{said}</span></li>;
  return (
    <div className="text-dense">
      <h3 className="sr-only">{words.past}</h3>
      <ul className="grid gap-1">{line(newest, 0)}</ul>
      {older.length > 0 ? <Details><summary className="text-accent">{more}</summary><ul className="grid gap-1">{older.map(line)}</ul></Details> : null}
    </div>
  );
}
