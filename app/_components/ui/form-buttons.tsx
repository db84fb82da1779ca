"use client";

import { useEffect } from "react";
import type { MouseEvent, ReactNode } from "react";
import { formWords } from "@/lib/core/data/form-words";
import { useActForm } from "./form-core";
import { buttonClass } from "./button-look";
import type { ButtonVariant } from "./button-look";
import { useLateDialog } from "./late-dialog";

type ButtonProps = { variant?: ButtonVariant; children: ReactNode; name?: string; value?: string; busy?: string; className?: string };

/** Sends the form around it. While it is on its way the button says so and ignores further presses. */
export function SubmitButton({ variant = "primary", children, name, value, busy = formWords.busy, className }: ButtonProps) {
  const { pending } = useActForm();
  return (
    <button type="submit" name={name} value={value} aria-disabled={pending || undefined} className={buttonClass(variant, className)}
      onClick={(event) => { if (pending) event.preventDefault(); }}>
      {pending ? busy : children}
    </button>
  );
}

type ConfirmProps = ButtonProps & {
  /** The question, with the object. */
  title: string;
  /** What follows from it; may hold further fields. */
  body: ReactNode;
  /** The verb again; default: the button's own words. */
  confirm?: ReactNode;
  cancel?: string;
  /** The form has fields of its own, the question none: what is wrong in them is said before the question, not after the answer. Only where its action is one of `action(...)`, which knows what it is asked. */
  rehearsed?: boolean;
};

/**
 * For what cannot be undone: asks first, in a dialog whose button repeats the verb. Without script it sends at once. The
 * question is made when it is asked: lists have two on every row.
 */
export function ConfirmButton({ variant = "plain", children, title, body, confirm, cancel = formWords.cancel, rehearsed = false, name, value, className }: ConfirmProps) {
  const { dialog, made, show } = useLateDialog(false);
  const { state, pending, missing, refused } = useActForm();
  async function ask(event: MouseEvent): Promise<void> {
    event.preventDefault();
    if (pending || missing() || (rehearsed && (await refused()))) return;
    show(event);
  }
  useEffect(() => {
    if (pending || state.ok === undefined) return;
    // What is wrong in the dialog's own fields is said in them. Any other answer stands in the form, above or below; the dialog must not hide it.
    const wrong = dialog.current?.querySelector<HTMLElement>("[aria-invalid=true]");
    if (wrong) wrong.focus();
    else dialog.current?.close();
  }, [state, pending, dialog]);
  return (
    <>
      <button type="submit" name={name} value={value} className={buttonClass(variant, className)} aria-haspopup="dialog" aria-disabled={pending || undefined} onClick={(event) => void ask(event)}>
        {children}
      </button>
      {made ? (
        <dialog ref={dialog} aria-label={title} className="m-auto w-[min(32rem,calc(100vw-2rem))] rounded-dialog border border-line bg-surface p-6 text-left whitespace-normal text-ink shadow-modal">
          <p className="text-h3 font-semibold">{title}</p>
          <div className="mt-3 grid gap-4 text-ui text-ink-2">{body}</div>
          <div className="mt-6 flex flex-wrap justify-end gap-3">
            <button type="button" className={buttonClass("plain")} onClick={() => dialog.current?.close()}>{cancel}</button>
            <button type="submit" name={name} value={value} aria-disabled={pending || undefined} className={buttonClass(variant === "danger" ? "danger" : "primary")}
              onClick={(event) => { if (pending) event.preventDefault(); }}>
              {pending ? formWords.busy : (confirm ?? children)}
            </button>
          </div>
        </dialog>
      ) : null}
    </>
  );
}
