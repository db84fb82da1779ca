"use client";

import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { FormEvent, KeyboardEvent, ReactNode } from "react";
import { buttonClass } from "@/app/_components/ui/button-look";
import { SaveState } from "@/app/_components/ui/notice-bar";

export type AutosaveWords = {
  saving: string;
  /** `{time}` is replaced. */
  saved: string;
  failed: string;
  unsaved: string;
  found: string;
  restore: string;
  discard: string;
  keepMine: string;
  takeTheirs: string;
  close: string;
  check: string;
};

type Props = {
  kind: string;
  listing: string;
  lock: number;
  session: string;
  org: string;
  savedAt: string;
  hrefs: { close: string; check: string };
  /** Saves without script and goes on; also carries the answers to remarks. */
  action: (form: FormData) => Promise<void>;
  words: AutosaveWords;
  title: ReactNode;
  children: ReactNode;
};

type Answer = { lock?: number; time?: string; problems?: Record<string, string>; message?: string; conflictLock?: number };
type State = { kind: "saved" | "saving" | "failed" | "unsaved" | "conflict"; words: string; problems?: string[] };

const quietMs = 2_000;
const retryMs = 10_000;
const nothing = () => () => undefined;

/**
 * Saves two seconds after typing stops and when the page is left. Until the server has confirmed, a copy stays in this
 * browser and is offered when the page opens again. One save at a time, so that they arrive in order.
 */
export function AutosaveForm({ kind, listing, lock, session: opened, org, savedAt, hrefs, action, words, title, children }: Props) {
  const form = useRef<HTMLFormElement>(null);
  // The page may be rendered anew around the open editor (an upload): the session stays the one it began with.
  const [session] = useState(opened);
  const held = useRef({ lock, timer: 0, running: Promise.resolve(true), dirty: false });
  const [state, setState] = useState<State>({ kind: "saved", words: words.saved.replace("{time}", savedAt) });
  const [conflictLock, setConflictLock] = useState<number | null>(null);
  const [dismissed, setDismissed] = useState(false);
  const storage = `draft:${listing}`;
  const left = useSyncExternalStore(nothing, () => localStorage.getItem(storage), () => null);
  // Only what lay there when the page opened is offered; what this page writes itself is not.
  const [typedHere, setTypedHere] = useState(false);

  useEffect(() => {
    const holding = held.current;
    const leave = () => {
      if (document.visibilityState === "hidden" && holding.dirty) void save();
    };
    document.addEventListener("visibilitychange", leave);
    return () => {
      document.removeEventListener("visibilitychange", leave);
      clearTimeout(holding.timer);
    };
    // The listener reads the newest values through refs.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  function keep(data: FormData) {
    const pairs = [...data].filter(([name, value]) => typeof value === "string" && !name.startsWith("$ACTION"));
    try {
      localStorage.setItem(storage, JSON.stringify(pairs));
    } catch {
      // A full or forbidden storage only costs the second copy.
    }
  }

  function save(data?: FormData): Promise<boolean> {
    const next = held.current.running.then(() => send(data));
    held.current.running = next.catch(() => false);
    return held.current.running;
  }

  async function send(given?: FormData): Promise<boolean> {
    const holding = held.current;
    if (!form.current) return false;
    clearTimeout(holding.timer);
    const data = given ?? new FormData(form.current);
    data.set("_lock", String(holding.lock));
    keep(data);
    holding.dirty = false;
    setState({ kind: "saving", words: words.saving });
    try {
      const response = await fetch(`/api/drafts/${kind}/${listing}`, { method: "POST", body: data });
      const answer = (await response.json()) as Answer;
      if (response.status === 409) {
        setConflictLock(answer.conflictLock ?? null);
        setState({ kind: "conflict", words: answer.message ?? words.failed });
        return false;
      }
      if (!response.ok || answer.lock === undefined) {
        holding.dirty = true;
        setState({ kind: "failed", words: answer.message ?? words.failed });
        return false;
      }
      holding.lock = answer.lock;
      setConflictLock(null);
      if (!holding.dirty) localStorage.removeItem(storage);
      setState({ kind: "saved", words: words.saved.replace("{time}", answer.time ?? ""), problems: Object.values(answer.problems ?? {}) });
      return true;
    } catch {
      holding.dirty = true;
      setState({ kind: "failed", words: words.failed });
      holding.timer = window.setTimeout(() => void save(), retryMs);
      return false;
    }
  }

  function typed() {
    setTypedHere(true);
    held.current.dirty = true;
    if (form.current) keep(new FormData(form.current));
    if (conflictLock !== null) return;
    setState({ kind: "unsaved", words: words.unsaved });
    clearTimeout(held.current.timer);
    held.current.timer = window.setTimeout(() => void save(), quietMs);
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    const button = (event.nativeEvent as SubmitEvent).submitter;
    const next = button instanceof HTMLButtonElement && button.name === "_next" ? button.value : null;
    clearTimeout(held.current.timer);
    if (next !== "close" && next !== "check") {
      // The answer to a remark goes the plain way, with everything typed.
      const input = form.current?.elements.namedItem("_lock");
      if (input instanceof HTMLInputElement) input.value = String(held.current.lock);
      localStorage.removeItem(storage);
      return;
    }
    event.preventDefault();
    void save().then((ok) => {
      if (ok) window.location.assign(hrefs[next]);
    });
  }

  /** Enter in a line of a long form means "next", never "send". */
  function noSend(event: KeyboardEvent) {
    if (event.key === "Enter" && event.target instanceof HTMLInputElement) event.preventDefault();
  }

  function keepMine() {
    if (conflictLock === null) return;
    held.current.lock = conflictLock;
    setConflictLock(null);
    void save();
  }

  function restore() {
    const data = new FormData();
    for (const [name, value] of JSON.parse(left ?? "[]") as [string, string][]) data.append(name, value);
    data.set("_session", session);
    void save(data).then((ok) => {
      if (ok) window.location.reload();
    });
  }

  function forget() {
    localStorage.removeItem(storage);
    if (state.kind === "conflict") window.location.reload();
    setDismissed(true);
  }

  const offered = left !== null && !typedHere && !dismissed && state.kind === "saved";
  return (
    <form ref={form} id="editor" action={action} onSubmit={submit} onInput={typed} onChange={typed} onClick={(event) => { if ((event.target as Element).closest("fieldset button[type=button]")) setTimeout(typed); }} onKeyDown={noSend} noValidate className="grid gap-6">
      <input type="hidden" name="_listing" value={listing} />
      <input type="hidden" name="_lock" defaultValue={lock} />
      <input type="hidden" name="_session" value={session} />
      <input type="hidden" name="_org" value={org} />
      <div className="sticky top-13 z-20 -mx-1 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line bg-paper px-1 py-2">
        {title}
        <div className="flex flex-wrap items-center gap-3">
          <SaveState state={state.kind === "conflict" || state.kind === "failed" ? "failed" : state.kind === "saved" ? "saved" : "saving"}>{state.words}</SaveState>
          <button type="submit" name="_next" value="close" className={buttonClass("plain")}>{words.close}</button>
          <button type="submit" name="_next" value="check" className={buttonClass("primary")}>{words.check}</button>
        </div>
        {state.problems && state.problems.length > 0 ? <ul className="w-full border-l-4 border-bad pl-3 text-dense text-bad">{state.problems.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul> : null}
        {state.kind === "conflict" ? (
          <div role="alert" className="flex w-full flex-wrap gap-3 border-l-4 border-warn-line bg-warn-soft p-3">
            <button type="button" className={buttonClass("plain")} onClick={keepMine}>{words.keepMine}</button>
            <button type="button" className={buttonClass("plain")} onClick={forget}>{words.takeTheirs}</button>
          </div>
        ) : null}
        {offered ? (
          <div role="status" className="flex w-full flex-wrap items-center gap-3 border-l-4 border-warn-line bg-warn-soft p-3 text-dense text-warn">
            <span>{words.found}</span>
            <button type="button" className={buttonClass("plain")} onClick={restore}>{words.restore}</button>
            <button type="button" className={buttonClass("text")} onClick={forget}>{words.discard}</button>
          </div>
        ) : null}
      </div>
      {children}
    </form>
  );
}
