"use client";

import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { buttonClass } from "./button-look";
import type { ButtonVariant } from "./button-look";

type Props = {
  children: ReactNode;
  /** What it says while the form is on its way; the button keeps its width. */
  busy: string;
  variant?: ButtonVariant;
  name?: string;
  value?: string;
  formAction?: string | ((data: FormData) => void | Promise<void>);
  className?: string;
};

/** Sends its form once: a second press while busy is ignored. Without script it is a plain submit button. */
export function SubmitButton({ children, busy, variant = "primary", name, value, formAction, className }: Props) {
  const { pending, data } = useFormStatus();
  // With several submit buttons only the pressed one tells that it is busy.
  const mine = pending && (name === undefined || data?.get(name) === value);
  return (
    <button
      type="submit"
      name={name}
      value={value}
      formAction={formAction}
      aria-disabled={pending || undefined}
      aria-busy={mine || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
      }}
      className={buttonClass(variant, className)}
    >
      <span className="grid">
        <span className={`col-start-1 row-start-1 inline-flex items-center justify-center gap-2 ${mine ? "invisible" : ""}`}>{children}</span>
        <span className={`col-start-1 row-start-1 text-center ${mine ? "" : "invisible"}`} aria-hidden={!mine}>
          {busy}
        </span>
      </span>
    </button>
  );
}
