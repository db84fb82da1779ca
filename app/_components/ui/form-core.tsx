"use client";

import { unstable_rethrow } from "next/navigation";
import { createContext, useActionState, useContext, useEffect, useRef, useState, useTransition } from "react";
import type { FormEvent, ReactNode } from "react";
import { typedValues } from "@/app/_server/form-data";
import { formWords } from "@/lib/core/data/form-words";
import { maxFileBytes } from "@/lib/files/rules";
import { FormAnswer } from "./form-answer";
import { rehearsal, type FormState } from "./form-state";
import { tell } from "./told";

type FormContext = {
  state: FormState;
  pending: boolean;
  ids?: string | undefined;
  /** Says beside its field what is still empty; true when something is. The server's own refusal stands behind it. */
  missing: () => boolean;
  /** Asks the server whether it would refuse what stands there now, and says so as after a submit; true when it would. Nothing is done. */
  refused: () => Promise<boolean>;
};

/** Sent to the window when a form's act has taken effect; `detail` is the form. */
export const done = "act-done";

const context = createContext<FormContext>({ state: {}, pending: false, missing: () => false, refused: async () => false });

/** The answer and the busy state of the form around a control. */
export function useActForm(): FormContext {
  return useContext(context);
}

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** Slug of the organisation in whose name this is done. */
  org?: string;
  /** Values that the person does not see. */
  hidden?: Record<string, string>;
  className?: string;
  /** Heading of the error summary instead of the counted one. */
  summaryTitle?: string;
  /** Empties the fields after it took effect (messages, invitations). */
  clear?: boolean;
  id?: string;
  /** Where several forms of a page have fields of the same names: what the ids of these begin with, so that each label is its own field's. */
  ids?: string;
  children: ReactNode;
};

/**
 * A form that asks for one act. With script it keeps everything that was typed, whatever the answer; without
 * script it posts and the page comes back with what was typed. A repeated press carries the same key and is done once.
 */
export function ActForm({ action, org, hidden, className = "grid gap-5", summaryTitle, clear, id, ids, children }: Props) {
  const [posted, post] = useActionState(action, {});
  const [answer, setAnswer] = useState<FormState | null>(null);
  const [moving, startTransition] = useTransition();
  const [waiting, setWaiting] = useState<"nothing" | "answer" | "page">("nothing");
  const form = useRef<HTMLFormElement>(null);
  const key = useRef<{ key: string; wish: string } | null>(null);
  const told = useRef<{ message: string; at: number } | null>(null);
  const state = answer ?? posted;
  // A redirect keeps the button busy until the next page is there; an answer frees it at once.
  const pending = waiting === "answer" || (waiting === "page" && moving);

  useEffect(() => {
    if (state.ok && clear) form.current?.reset();
  }, [state, clear]);

  // A form that goes with what it acted on (a match put aside, an intention answered) takes its answer along: the shell says it instead.
  useEffect(() => () => {
    if (told.current && Date.now() - told.current.at < 3_000) tell(told.current.message);
  }, []);

  // The page speaks of what was done last: another form's success takes this one's sentence away.
  useEffect(() => {
    const hush = (event: Event) => {
      if ((event as CustomEvent).detail === form.current) return;
      told.current = null;
      setAnswer((last) => (last?.ok ? {} : last));
    };
    window.addEventListener(done, hush);
    return () => window.removeEventListener(done, hush);
  }, []);

  function submit(event: FormEvent<HTMLFormElement>) {
    // Sent by hand, because React empties the fields of a form whose action has ended.
    event.preventDefault();
    if (pending) return;
    const data = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
    const tooLarge = oversized(data);
    if (tooLarge) return setAnswer({ ok: false, problems: tooLarge, values: state.values });
    // Of several buttons each is a wish of its own: after an answer that was lost, the other one must not bear the key of the first.
    // So is what is ticked in a list beside the form, whose changes it does not hear of.
    const wish = JSON.stringify([(event.nativeEvent as SubmitEvent).submitter?.getAttribute("value"), [...data].filter(([name]) => name.endsWith("[]"))]);
    if (key.current?.wish !== wish) key.current = null;
    key.current ??= { key: newKey(), wish };
    data.set("_key", key.current.key);
    setWaiting("answer");
    startTransition(async () => {
      try {
        const next = await action(state, data);
        if (next.ok) succeeded();
        if (next.ok && next.message) {
          if (form.current?.isConnected) told.current = { message: next.message, at: Date.now() };
          else tell(next.message);
        }
        setAnswer(next);
      } catch (error) {
        if (isNavigation(error)) {
          succeeded();
          setWaiting("page");
        }
        unstable_rethrow(error);
        // Besides what was said before: boxes that an answer has asked for stay, and what was chosen.
        setAnswer({ ...state, ok: false, message: formWords.notReached });
      }
      setWaiting("nothing");
    });
  }

  function succeeded(): void {
    key.current = null;
    window.dispatchEvent(new CustomEvent(done, { detail: form.current }));
  }

  function missing(): boolean {
    const problems = form.current ? unfilled(form.current) : null;
    // With what stands there now: a question that an earlier answer asked goes by what was said of it since.
    if (problems && form.current) setAnswer({ ok: false, problems, values: typedValues(new FormData(form.current)) });
    return problems !== null;
  }

  async function refused(): Promise<boolean> {
    if (!form.current || pending) return true;
    const data = new FormData(form.current), tooLarge = oversized(data);
    data.set(rehearsal, "1");
    setWaiting("answer");
    const next = tooLarge ? { ok: false, problems: tooLarge, values: state.values } : await action({}, data).catch((): FormState => ({ ...state, ok: false, message: formWords.notReached }));
    setWaiting("nothing");
    // With what stands there now: a box that was asked for stays, and what was said in it.
    setAnswer(next.ok ? { values: typedValues(data) } : next);
    return next.ok === false;
  }

  return (
    <context.Provider value={{ state, pending, ids, missing, refused }}>
      <form ref={form} id={id} action={post} onSubmit={submit} onChange={() => (key.current = null)} noValidate className={className} aria-busy={pending || undefined}>
        {org ? <input type="hidden" name="_org" value={org} /> : null}
        {Object.entries(hidden ?? {}).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
        <FormAnswer state={state} summaryTitle={summaryTitle} />
        {children}
      </form>
    </context.Provider>
  );
}

/** Before a question is asked about it: who confirms should not learn only then that a field is empty. Those of the question itself come with it. */
function unfilled(form: HTMLFormElement): Record<string, string> | null {
  const empty = [...form.querySelectorAll<HTMLInputElement>('[aria-required="true"]')].filter((field) => field.value.trim() === "" && !field.closest("dialog"));
  const label = (prefix: string, name: string) => form.querySelector<HTMLInputElement>(`[name="${prefix}.${name}"]`)?.value;
  const sentence = (name: string) => (label("_choice", name) ? formWords.chooseField : formWords.required).replace("{field}", label("_choice", name) ?? label("_label", name) ?? "");
  return empty.length > 0 ? Object.fromEntries(empty.map(({ name }) => [name, sentence(name)])) : null;
}

/** Said before the upload: a body beyond the outer wall would not even reach the act that says it. */
function oversized(data: FormData): Record<string, string> | null {
  const mb = (bytes: number) => String(Math.ceil(bytes / 1024 / 1024));
  const found = [...data].find((pair): pair is [string, File] => pair[1] instanceof File && pair[1].size > maxFileBytes);
  return found ? { [found[0]]: formWords.fileTooLarge.replace("{max}", mb(maxFileBytes)).replace("{name}", found[1].name).replace("{is}", mb(found[1].size)) } : null;
}

/** Next leaves an action by throwing: this is a way on, not a fault. */
export function isNavigation(error: unknown): boolean {
  return typeof error === "object" && error !== null && "digest" in error && String(error.digest).startsWith("NEXT_");
}

/** `crypto.randomUUID` exists only on https and localhost; the city's network also serves plain http. */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
