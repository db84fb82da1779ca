"use client";

import { useEffect, useId, useRef } from "react";
import type { ReactNode } from "react";
import { buttonClass } from "./button-look";
import type { ButtonVariant } from "./button-look";

type Props = {
  /** The button that opens it: the same verb as in the title. */
  open: ReactNode;
  variant?: ButtonVariant;
  /** The question, with the object. */
  title: string;
  /** Consequences, then the form with its verb button (`SubmitButton`). */
  children: ReactNode;
  /** Word that leaves without doing anything. */
  cancel: string;
  /** When this changes (a new state of the record), the dialog closes. */
  closeKey?: string | number;
  openClassName?: string;
};

/**
 * One decision. With script a native modal dialog (Esc, focus inside and back); without it the opening link shows the same
 * dialog in the page by its address (`:target`), so the act stays possible.
 */
export function Dialog({ open, variant = "plain", title, children, cancel, closeKey, openClassName }: Props) {
  const id = useId().replace(/\W/g, "");
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => () => dialog.current?.close(), [closeKey]);
  return (
    <>
      <a
        href={`#${id}`}
        role="button"
        aria-haspopup="dialog"
        className={buttonClass(variant, openClassName)}
        onClick={(event) => {
          event.preventDefault();
          dialog.current?.showModal();
        }}
        onKeyDown={(event) => {
          if (event.key !== " ") return;
          event.preventDefault();
          dialog.current?.showModal();
        }}
      >
        {open}
      </a>
      <dialog ref={dialog} id={id} aria-labelledby={`${id}-title`} className="m-auto w-[min(36rem,calc(100vw-2rem))] rounded-dialog border border-line bg-surface p-6 text-left text-ui whitespace-normal text-ink shadow-modal target:block">
        <h2 id={`${id}-title`} className="mb-3 text-h3">
          {title}
        </h2>
        {children}
        <p className="mt-2">
          <a
            href="#"
            role="button"
            className={buttonClass("text")}
            onClick={(event) => {
              event.preventDefault();
              dialog.current?.close();
            }}
          >
            {cancel}
          </a>
        </p>
      </dialog>
    </>
  );
}
