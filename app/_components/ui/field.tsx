import type { ReactNode } from "react";
import { Glyph } from "./glyph";
import { SaidSince } from "./said-since";

export type FieldTexts = {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | null;
  /** The word behind the label, only on the minority of fields: required or optional. */
  mark?: string;
  /** A reviewer's words; stands directly under the label. */
  remark?: ReactNode;
};

export type FieldWidth = "short" | "medium" | "long" | "full";

/** The width of a box tells the expected length. */
export const widthClass: Record<FieldWidth, string> = {
  short: "w-full max-w-[9em]",
  medium: "w-full max-w-[18em]",
  long: "w-full max-w-[34em]",
  full: "w-full",
};

/** What a control inside a Field carries, so that label, hint and error are spoken with it. */
export function describedBy(id: string, texts: Pick<FieldTexts, "hint" | "error">) {
  const ids = [texts.hint ? `${id}-hint` : "", texts.error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return { "aria-describedby": ids || undefined, "aria-invalid": texts.error ? true : undefined } as const;
}

function Below({ id, hint, error }: { id: string; hint?: ReactNode; error?: string | null }) {
  return (
    <>
      {hint ? (
        <p id={`${id}-hint`} className="text-dense text-ink-3">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="flex gap-1.5 text-dense font-semibold text-bad">
          <Glyph name="bad" className="mt-0.5 size-[1.2em]" />
          {error}
        </p>
      ) : null}
      <SaidSince id={id} />
    </>
  );
}

function frame(error?: string | null): string {
  return `grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-1.5 ${error ? "border-l-4 border-bad pl-3 has-[>[id$=-error][hidden]]:border-transparent" : ""}`;
}

type FieldProps = FieldTexts & {
  /** id of the one control inside. */
  id: string;
  /** Right end of the label line: a count, an adopt button, who can see it. */
  aside?: ReactNode;
  children: ReactNode;
};

/** Label above, remark, hint, error, then the box: the frame of every single control. */
export function Field({ id, label, hint, error, mark, remark, aside, children }: FieldProps) {
  return (
    <div className={frame(error)}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <label htmlFor={id} className="text-ui font-semibold">
          {label}
          {mark ? <span className="ml-2 text-note font-normal text-ink-3">{mark}</span> : null}
        </label>
        {aside}
      </div>
      {remark}
      <Below id={id} hint={hint} error={error} />
      {children}
    </div>
  );
}

/** The same frame around several controls that answer one question. */
export function FieldGroup({ id, label, hint, error, mark, remark, children }: FieldProps) {
  return (
    <fieldset id={id} tabIndex={-1} className={frame(error)} {...describedBy(id, { hint, error })}>
      <legend className="mb-1.5 text-ui font-semibold">
        {label}
        {mark ? <span className="ml-2 text-note font-normal text-ink-3">{mark}</span> : null}
      </legend>
      {remark}
      <Below id={id} hint={hint} error={error} />
      {children}
    </fieldset>
  );
}

/** Reviewer's words under a label: who, when, what, and the author's answer buttons. */
export function FieldRemark({ by, answered, children, actions }: { by: string; answered?: boolean; children: ReactNode; actions?: ReactNode }) {
  return (
    <div className={`border-l-4 px-3 py-2 text-dense ${answered ? "border-line-strong bg-sunken text-ink-2" : "border-warn-line bg-warn-soft text-warn"}`}>
      <p className="text-note">{by}</p>
      <div className="max-w-[40em]">{children}</div>
      {actions ? <div className="mt-2 flex flex-wrap gap-3">{actions}</div> : null}
    </div>
  );
}

/** A field that may not be changed looks like a fact. */
export function ReadOnlyField({ label, children, note }: { label: ReactNode; children: ReactNode; note?: ReactNode }) {
  return (
    <div className="grid gap-1">
      <p className="text-ui font-semibold">{label}</p>
      <div className="text-ui">{children}</div>
      {note ? <p className="text-dense text-ink-3">{note}</p> : null}
    </div>
  );
}
