"use client";

import { unstable_rethrow } from "next/navigation";
import { startTransition, useActionState, useRef, useState } from "react";
import type { FormEvent, KeyboardEvent, ReactNode } from "react";
import { isNavigation } from "@/app/_components/ui/form-core";
import { buttonClass } from "@/app/_components/ui/button-look";
import { saidSince } from "@/app/_components/ui/said-since";
import { SaveState } from "@/app/_components/ui/notice-bar";
import { ConflictPanel, type ConflictWords } from "./conflict-panel";
import type { EditorAnswer } from "./save-and-go";
import { showUnsentFile } from "./unsent-file";
import { useAutosave, type SaveWords } from "./use-autosave";

const nothing = {};

export type AutosaveWords = SaveWords & ConflictWords & { found: string; restore: string; discard: string; close: string; check: string };

type Props = {
  kind: string;
  listing: string;
  /** Who types: copies in this browser are theirs alone. */
  person: string;
  lock: number;
  /** Prints of the saved fields, see `compare-saves`. */
  base: string;
  session: string;
  org: string;
  savedAt: string;
  hrefs: { close: string; check: string };
  /** Saves without script and goes on; also carries the answers to remarks and the merging after a conflict. */
  action: (state: EditorAnswer, form: FormData) => Promise<EditorAnswer>;
  words: AutosaveWords;
  title: ReactNode;
  /** Beside the fields where there is room, before them where there is none. */
  sections: ReactNode;
  children: ReactNode;
};

/** The editor's form: saves by itself, offers what was left here, and lets two people's texts be merged. */
export function AutosaveForm({ kind, listing, person, lock, base, session, org, savedAt, hrefs, action, words, title, sections, children }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [returned, post] = useActionState(action, {});
  const [answer, setAnswer] = useState<EditorAnswer | null>(null);
  const posted = answer ?? returned;
  const saving = useAutosave(form, { kind, listing, person, lock, base, session, savedAt, words });
  const { status, conflict } = saving;
  const comparison = conflict ?? posted.comparison;
  const problems = Object.entries(status.problems ?? {});

  function submit(event: FormEvent<HTMLFormElement>) {
    // Sent by hand, because React empties the fields of a form whose action has ended.
    event.preventDefault();
    const button = (event.nativeEvent as SubmitEvent).submitter;
    const next = button instanceof HTMLButtonElement && button.name === "_next" ? button.value : null;
    void saving.saveNow().then((ok) => {
      if (!ok || (next === "check" && saving.hasUnread())) return;
      if (next && showUnsentFile()) return;
      if (next === "close" || next === "check") window.location.assign(hrefs[next]);
      // The answer to a remark goes the plain way, with everything typed.
      else send(saving.read(button));
    });
  }

  /** Asks for what ends on another page; whatever happens on the way, what was typed stays here. */
  function send(data: FormData) {
    startTransition(async () => {
      try {
        setAnswer(await action({}, data));
      } catch (error) {
        if (isNavigation(error)) saving.forget();
        unstable_rethrow(error);
        setAnswer({ message: words.failed });
      }
    });
  }

  /** What was said of a field when the page opened is no longer true of what stands there now. */
  function written(event: FormEvent<HTMLFormElement>) {
    const field = event.target as HTMLInputElement;
    for (const name of [field.name.replace(/\[\]$/, ""), field.name.replace(/\[.*$/, "")]) {
      const said = document.getElementById(`${name}-error`);
      if (said) said.hidden = true;
    }
    field.removeAttribute("aria-invalid");
    saving.typed();
  }

  /** Enter in a line of a long form means "next", never "send". */
  function noSend(event: KeyboardEvent) {
    const line = event.target instanceof HTMLInputElement || (event.target instanceof HTMLTextAreaElement && event.target.rows === 1);
    if (event.key === "Enter" && line) event.preventDefault();
  }

  function restore() {
    void saving.restore().then((ok) => {
      if (ok) window.location.reload();
    });
  }

  function merge(chosen: FormData) {
    const data = saving.mine();
    for (const [name, value] of chosen) if (typeof value === "string") data.set(name, value);
    send(data);
  }

  return (
    <>
      {comparison && (conflict || posted.typed) ? (
        <ConflictPanel key={comparison.lock} message={<>{conflict ? status.words : posted.message}{posted.link ? <a href={posted.link.href} target="_blank" rel="noopener" className="ml-2 underline">{posted.link.label}</a> : null}</>}
          comparison={comparison} readOnly={!conflict && !posted.conflict} typed={posted.typed ?? []} action={post} send={conflict ? merge : undefined} words={words} />
      ) : posted.message ? <p role="alert" className="border-2 border-bad px-4 py-3 text-ui text-bad">{posted.message}</p> : null}
      <form ref={form} id="editor" action={post} onSubmit={submit} onInput={written} onChange={written} onClick={(event) => { if ((event.target as Element).closest("fieldset button[type=button]")) setTimeout(saving.typed); }} onKeyDown={noSend} noValidate className="grid gap-6 lg:grid-cols-[13rem_minmax(0,1fr)]">
        <input type="hidden" name="_listing" value={listing} />
        <input type="hidden" name="_lock" value={lock} />
        <input type="hidden" name="_base" value={base} />
        <input type="hidden" name="_session" value={saving.session} />
        <input type="hidden" name="_org" value={org} />
        <div className="sticky top-13 z-20 -mx-1 flex lg:col-start-2 flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line bg-paper px-1 py-2">
          {title}
          <div className="flex flex-wrap items-center gap-3">
            <SaveState state={status.kind === "conflict" || status.kind === "failed" ? "failed" : status.kind === "saved" ? "saved" : "saving"}>
              {status.words}{conflict ? <a href="#conflict" className="ml-2 underline">{words.compare}</a> : null}{status.link ? <a href={status.link.href} target="_blank" rel="noopener" className="ml-2 underline">{status.link.label}</a> : null}
            </SaveState>
            <button type="submit" name="_next" value="close" className={buttonClass("plain")}>{words.close}</button>
            <button type="submit" name="_next" value="check" className={buttonClass("primary")}>{words.check}</button>
          </div>
          {problems.length > 0 ? <ul className="w-full border-l-4 border-bad pl-3 text-dense text-bad">{problems.map(([name, sentence]) => <li key={name}><a href={`#${name}`} className="underline">{sentence}</a></li>)}</ul> : null}
          {saving.offered ? (
            <div role="status" className="flex w-full flex-wrap items-center gap-3 border-l-4 border-warn-line bg-warn-soft p-3 text-dense text-warn">
              <span>{words.found}</span>
              <button type="button" className={buttonClass("plain")} onClick={restore}>{words.restore}</button>
              <button type="button" className={buttonClass("text")} onClick={saving.discard}>{words.discard}</button>
            </div>
          ) : null}
        </div>
        <div className="content-start lg:sticky lg:top-28 lg:col-start-1 lg:row-span-2 lg:row-start-1 lg:self-start">{sections}</div>
        <div className="grid min-w-0 gap-6 lg:col-start-2"><saidSince.Provider value={status.problems ?? nothing}>{children}</saidSince.Provider></div>
      </form>
    </>
  );
}
