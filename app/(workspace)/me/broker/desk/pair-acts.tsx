"use client";

import { ActForm, FormField, SubmitButton } from "@/app/_components/ui/act-form";
import { Dialog } from "@/app/_components/ui/dialog";
import { pairKey } from "@/lib/introductions/states";
import { mark, recommend, takeBack } from "./actions";
import type { DeskWords } from "./desk-words";

/** What can be done with a pair; `shown` is the act whose form the address asks for (without script). */
export type PairWays = {
  needId: string; achievementId: string; markId?: string; takeBack?: string;
  /** It was neither recommended nor refused yet, and none of it is the broker's own organisation's. */
  open: boolean;
  aside: boolean;
  /** Changes with what has happened to the pair. */
  state: string; shown?: string | undefined;
};
type Props = { pair: PairWays; words: DeskWords };

/** The one thing that a pair is on the list for: recommending it, once. */
export function Recommend({ pair, words }: Props) {
  const { title, send, cancel, sideLabel, sides, message, messageHint } = words.recommend;
  if (!pair.open) return null;
  return (
    <Dialog open={words.recommend.open} variant="primary" title={title} cancel={cancel} closeKey={pair.state} asked={asked(pair, words, "recommend")}>
      <ActForm action={recommend} hidden={hidden(pair, words)} ids={`to-${ids(pair)}`}>
        <FormField name="side" type="radio" label={sideLabel} options={sides} defaultValue="both" />
        <FormField name="message" type="textarea" label={message} hint={messageHint} limit={300} rows={3} required />
        <SubmitButton>{send}</SubmitButton>
      </ActForm>
    </Dialog>
  );
}

/** What else a broker can do with a pair: note a contact, see it again in a week, put it aside, take the last line back. */
export function PairActs({ pair, words }: Props) {
  const { title, save, cancel, note, noteHint, dueOn, dueHint } = words.contact;
  return (
    <div className="flex flex-wrap items-start gap-x-3 gap-y-1 md:order-3">
      <Dialog open={words.contact.open} title={title} cancel={cancel} closeKey={pair.state} asked={asked(pair, words, "contact")}>
        <ActForm action={mark} hidden={{ ...hidden(pair, words), kind: "contacted" }} ids={`of-${ids(pair)}`}>
          <FormField name="note" type="textarea" label={note} hint={noteHint} limit={300} rows={3} required />
          <FormField name="dueOn" type="date" label={dueOn} hint={dueHint} />
          <SubmitButton>{save}</SubmitButton>
        </ActForm>
      </Dialog>
      {pair.aside ? null : (
        // One form for both, since each costs a pair half a kilobyte; a pair that is put aside has no day.
        <ActForm action={mark} hidden={{ ...hidden(pair, words), dueOn: words.nextWeek }} className="flex flex-wrap gap-x-3 gap-y-1">
          <SubmitButton variant="plain" name="kind" value="later">{words.later}</SubmitButton>
          <SubmitButton variant="text" name="kind" value="aside">{words.aside}</SubmitButton>
        </ActForm>
      )}
      {pair.markId ? <ActForm action={takeBack} hidden={{ markId: pair.markId, _back: words.back }} className="grid gap-2"><SubmitButton variant="text">{pair.takeBack}</SubmitButton></ActForm> : null}
    </div>
  );
}

const hidden = ({ needId, achievementId }: PairWays, { back }: DeskWords) => ({ needId, achievementId, _back: back });
const ids = ({ needId, achievementId }: PairWays) => needId.slice(-6) + achievementId.slice(-6);

function asked(pair: PairWays, { back }: DeskWords, act: string) {
  return { way: `${back}${back.includes("?") ? "&" : "?"}act=${act}&pair=${pairKey(pair)}`, shown: pair.shown === act, cancelWay: back };
}
