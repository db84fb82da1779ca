"use client";

import type { FormEvent, ReactNode } from "react";
import { buttonClass } from "@/app/_components/ui/button-look";
import { Choice } from "@/app/_components/ui/choice";
import type { Typed } from "@/app/_components/ui/typed-copy";
import type { Comparison } from "./compare-saves";

export type ConflictWords = {
  /** Leads from the line of the save state up to the panel: the cursor is not taken from somebody who types. */
  compare: string;
  mine: string;
  theirs: string;
  both: string;
  useMine: string;
  useTheirs: string;
  merge: string;
  empty: string;
  same: string;
};

type Props = {
  message: ReactNode;
  comparison: Comparison;
  /** Only for reading and copying: there is nothing to choose between. */
  readOnly?: boolean;
  /** Everything typed, for the page that came back without script. */
  typed: Typed;
  action: (form: FormData) => void;
  /** With script: the form as it stands now, with what was chosen here. */
  send?: (chosen: FormData) => void;
  words: ConflictWords;
};

/** Two people, one record (look 5.5): both texts of every differing field, a choice for each, nothing is lost either way. */
export function ConflictPanel({ message, comparison, readOnly, typed, action, send, words }: Props) {
  function submit(event: FormEvent<HTMLFormElement>) {
    if (!send) return;
    event.preventDefault();
    send(new FormData(event.currentTarget));
  }

  const hidden = typed.filter(([name]) => name !== "_lock" && !/^_(take|merge|answer|next)/.test(name));
  return (
    <form id="conflict" action={action} onSubmit={submit} tabIndex={-1} aria-labelledby="conflict-title" className="grid scroll-mt-20 gap-4 border-l-4 border-warn-line bg-warn-soft p-4">
      {send ? null : hidden.map(([name, value], index) => <input key={index} type="hidden" name={name} value={value} />)}
      <input type="hidden" name="_lock" value={comparison.lock} />
      <input type="hidden" name="_merge" value="1" />
      <div id="conflict-title" role="alert" className="text-ui font-semibold text-warn">{message}</div>
      {comparison.rows.length === 0 ? <p className="text-dense">{words.same}</p> : null}
      {comparison.rows.map((row) => (
        <fieldset key={row.field} className="grid gap-3 border border-line bg-surface p-3">
          <legend className="px-1 text-ui font-semibold">{row.label}{row.both ? <span className="ml-2 text-note font-normal text-warn">{words.both}</span> : null}</legend>
          <div className="grid gap-3 lg:grid-cols-2">
            <Side title={words.mine} text={row.mine || words.empty}>
              {readOnly ? null : <Choice option={{ value: "mine", label: words.useMine }} type="radio" name={`_take.${row.field}`} defaultChecked={row.prefer === "mine"} />}
            </Side>
            <Side title={words.theirs} text={row.theirs || words.empty}>
              {readOnly ? null : <Choice option={{ value: "theirs", label: words.useTheirs }} type="radio" name={`_take.${row.field}`} defaultChecked={row.prefer === "theirs"} />}
            </Side>
          </div>
        </fieldset>
      ))}
      {readOnly ? null : <div><button type="submit" className={buttonClass("primary")}>{words.merge}</button></div>}
    </form>
  );
}

function Side({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <div className="grid content-start gap-1.5">
      <p className="text-note text-ink-3">{title}</p>
      <p className="max-h-64 overflow-y-auto text-dense break-words whitespace-pre-wrap" tabIndex={0}>{text}</p>
      {children}
    </div>
  );
}
