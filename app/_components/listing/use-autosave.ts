"use client";

import { useEffect, useRef, useState, useSyncExternalStore, type RefObject } from "react";
import { putBack } from "@/app/_components/ui/put-back";
import { copiesLeft, copyKey, formOfCopy, keepCopy, keepText, type LeftCopy } from "@/app/_components/ui/typed-copy";
import type { Comparison } from "./compare-saves";

export type SaveWords = {
  saving: string;
  /** `{time}` is replaced. */
  saved: string;
  failed: string;
  unsaved: string;
};

type Answer = { lock?: number; base?: string; time?: string; problems?: Record<string, string>; unread?: string[]; message?: string; link?: { href: string; label: string }; comparison?: Comparison };
export type SaveStatus = { kind: "saved" | "saving" | "failed" | "unsaved" | "conflict"; words: string; problems?: Record<string, string>; link?: { href: string; label: string } | undefined };

type Opened = { kind: string; listing: string; person: string; lock: number; base: string; session: string; savedAt: string; words: SaveWords };

const quietMs = 2_000;
const retryMs = 10_000;
const nothing = () => () => undefined;
const none: readonly LeftCopy[] = [];

/** Read once: what this page writes itself afterwards is nothing that was left. */
function readOnce(key: string): () => readonly LeftCopy[] {
  let read: readonly LeftCopy[] | null = null;
  return () => (read ??= copiesLeft(key));
}

/**
 * Saves two seconds after typing stops and when the page is left. Until the server has confirmed, a copy stays in this
 * browser and is offered when the page opens again. One save at a time, so that they arrive in order.
 */
export function useAutosave(form: RefObject<HTMLFormElement | null>, { kind, listing, person, lock, base, session: opened, savedAt, words }: Opened) {
  // The page may be rendered anew around the open editor (an upload): the session stays the one it began with.
  const [session] = useState(opened);
  const held = useRef({ lock, base, timer: 0, running: Promise.resolve(true), dirty: false, unread: 0, sent: null as FormData | null, answered: 0, writing: false });
  const [status, setStatus] = useState<SaveStatus>({ kind: "saved", words: words.saved.replace("{time}", savedAt) });
  const [conflict, setConflict] = useState<Comparison | null>(null);
  const key = copyKey(person, listing);
  const unreadKey = copyKey(person, `${listing}:unread`);
  const [leftHere] = useState(() => readOnce(key));
  const left = useSyncExternalStore(nothing, leftHere, () => none);
  // Offered one after the other, the newest first, until each is answered: typing is no answer.
  const [answered, setAnswered] = useState(0);

  useEffect(() => {
    const holding = held.current;
    // On leaving, and on coming back from the tab in which one has signed in again.
    const save = () => {
      if (holding.dirty) void queue();
    };
    if (wasTypedBefore(form.current)) typed();
    // The save that follows says again what is wrong with it.
    const unread = localStorage.getItem(unreadKey);
    if (unread && form.current) void putBack(form.current, formOfCopy(unread));
    document.addEventListener("visibilitychange", save);
    window.addEventListener("focus", save);
    return () => {
      document.removeEventListener("visibilitychange", save);
      window.removeEventListener("focus", save);
      clearTimeout(holding.timer);
    };
    // The listener reads the newest values through refs.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  /** Everything in the form, based on the save that this page knows of. */
  function read(submitter?: HTMLElement | null): FormData {
    const data = form.current ? new FormData(form.current, submitter) : new FormData();
    data.set("_lock", String(held.current.lock));
    data.set("_base", held.current.base);
    return data;
  }

  function queue(given?: FormData): Promise<boolean> {
    const next = held.current.running.then(() => send(given ?? read()));
    held.current.running = next.catch(() => false);
    return held.current.running;
  }

  async function send(data: FormData): Promise<boolean> {
    const holding = held.current;
    clearTimeout(holding.timer);
    keepOwn(data);
    holding.dirty = false;
    holding.sent = data;
    setStatus({ kind: "saving", words: words.saving });
    try {
      const response = await fetch(`/api/drafts/${kind}/${listing}`, { method: "POST", body: data });
      const answer = (await response.json()) as Answer;
      if (response.ok && answer.lock !== undefined) return confirmed(answer, data);
      if (answer.comparison?.rows.length === 0) {
        // An earlier save of ours arrived though its answer did not: nothing differs.
        holding.lock = answer.comparison.lock;
        return confirmed({ lock: holding.lock }, data);
      }
      if (answer.comparison) setConflict(answer.comparison);
      else holding.dirty = true;
      setStatus({ kind: answer.comparison ? "conflict" : "failed", words: answer.message ?? words.failed, link: answer.link });
      return false;
    } catch {
      holding.dirty = true;
      setStatus({ kind: "failed", words: words.failed });
      holding.timer = window.setTimeout(() => void queue(), retryMs);
      return false;
    }
  }

  function confirmed({ lock: newer, base: prints, time, problems, unread }: Answer, data: FormData): true {
    const holding = held.current;
    holding.lock = newer ?? holding.lock;
    holding.base = prints ?? holding.base;
    setConflict(null);
    if (!holding.dirty) localStorage.removeItem(key);
    if (unread) keepUnread(unread, data);
    setStatus({ kind: "saved", words: words.saved.replace("{time}", time ?? savedAt), ...(problems ? { problems } : {}) });
    // What stands beside the text is about what was saved.
    window.dispatchEvent(new Event("draft-saved"));
    return true;
  }

  /** What a box says that the server could not read is saved nowhere: it stays here and is put back into its box, until it can be read. */
  function keepUnread(names: string[], data: FormData): void {
    held.current.unread = names.length;
    const unread = new FormData();
    for (const name of names) unread.set(name, data.get(name) ?? "");
    if (names.length > 0) keepCopy(unreadKey, unread);
    else localStorage.removeItem(unreadKey);
  }

  /** The copy of what stands in this page. What lay in its place and waits for its answer goes aside first. */
  function keepOwn(data: FormData): void {
    const waiting = leftHere().slice(held.current.answered).find((one) => one.key === key);
    if (!held.current.writing && waiting) keepText(waiting.aside, waiting.text);
    held.current.writing = true;
    keepCopy(key, data);
  }

  /** The one that was offered is done with; the next is offered, if there is one. */
  function answer(): LeftCopy | undefined {
    const one = leftHere()[held.current.answered];
    held.current.answered += 1;
    setAnswered(held.current.answered);
    if (!one) return undefined;
    localStorage.removeItem(one.aside);
    if (!held.current.writing) localStorage.removeItem(one.key);
    return one;
  }

  function typed(): void {
    held.current.dirty = true;
    held.current.sent = null;
    keepOwn(read());
    if (!conflict) setStatus({ kind: "unsaved", words: words.unsaved });
    clearTimeout(held.current.timer);
    held.current.timer = window.setTimeout(() => void queue(), quietMs);
  }

  return {
    session, status, conflict, read,
    /** What could not be saved because of another's save, now based on that one. */
    mine() {
      const data = held.current.sent ?? read();
      if (conflict) data.set("_lock", String(conflict.lock));
      return data;
    },
    offered: answered < left.length && !conflict,
    /** Something that was typed could not be read (no amount, no day) and stands only here: it would be missing from what is checked. */
    hasUnread: () => held.current.unread > 0,
    saveNow() {
      clearTimeout(held.current.timer);
      return queue();
    },
    typed,
    /**
     * Saves the copy that lay here, after what was typed since. It knows which save it was based on and in which open editor it was typed: as a save of
     * this one it would be the next of the same hand and overwrite unseen what has been typed here since.
     */
    async restore() {
      if (held.current.dirty && !(await queue())) return false;
      const one = answer();
      if (!one) return false;
      return queue(formOfCopy(one.text));
    },
    discard: () => void answer(),
    /** This page's own copy, when what stood in it has gone another way. */
    forget: () => localStorage.removeItem(key),
  };
}

/** Somebody was faster than the script: their words stand in the boxes, but nobody heard them being typed. */
function wasTypedBefore(form: HTMLFormElement | null): boolean {
  // Not form.elements: the need's form has a part whose id is "elements", and that is what the browser gives then.
  return [...(form?.querySelectorAll("input, textarea") ?? [])].some((field) => {
    if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
    if (!(field instanceof HTMLInputElement) || field.type === "hidden") return false;
    return field.type === "checkbox" || field.type === "radio" ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
  });
}
