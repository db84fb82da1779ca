"use client";

import { useEffect, useId } from "react";
import type { ReactNode } from "react";
import { buttonClass } from "./button-look";
import type { ButtonVariant } from "./button-look";
import { useLateDialog } from "./late-dialog";

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
  /**
   * For what stands on every row of a list: its content is made when it is asked for. `way` is the address of the page with this
   * one `shown`, for who has no script; `cancelWay` the one without.
   */
  asked?: { way: string; shown: boolean; cancelWay: string };
};

/**
 * One decision. With script a native modal dialog (Esc, focus inside and back); without it the opening link shows the same
 * dialog in the page by its address (`:target`), so the act stays possible.
 */
export function Dialog({ open, variant = "plain", title, children, cancel, closeKey, openClassName, asked }: Props) {
  const id = useId().replace(/\W/g, "");
  const { dialog, made, show } = useLateDialog(asked?.shown ?? true);
  useEffect(() => () => dialog.current?.close(), [closeKey, dialog]);
  return (
    <>
      <a
        href={asked?.way ?? `#${id}`}
        role="button"
        aria-haspopup="dialog"
        className={buttonClass(variant, openClassName)}
        onClick={show}
        onKeyDown={(event) => (event.key === " " ? show(event) : undefined)}
      >
        {open}
      </a>
      {made ? (
        <dialog ref={dialog} id={id} open={asked?.shown} aria-labelledby={`${id}-title`} className="m-auto w-[min(36rem,calc(100vw-2rem))] rounded-dialog border border-line bg-surface p-6 text-left text-ui whitespace-normal text-ink shadow-modal target:block">
          <h2 id={`${id}-title`} className="mb-3 text-h3">
            {title}
          </h2>
          {children}
          <p className="mt-2">
            <a
              href={asked?.cancelWay ?? "#"}
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
      ) : null}
    </>
  );
}
