import type { ComponentProps } from "react";
import { describedBy, Field, widthClass } from "./field";
import type { FieldTexts, FieldWidth } from "./field";
import { LiveCount } from "./live-count";

type Own = FieldTexts & {
  name: string;
  /** Defaults to the name; error summaries link to it. */
  id?: string;
  width?: FieldWidth;
  /** Shows the count; the text is not cut by the browser, the server tells how many characters are too many. */
  limit?: number;
  /** The sentence that is said beyond it, while one types (`LiveCount`). */
  tooLong?: string;
};

type TextInputProps = Own &
  Omit<ComponentProps<"input">, "id" | "name" | "width" | "className"> & {
    /** Stands behind the box, outside it. */
    unit?: string;
  };

export function TextInput({ name, id = name, label, hint, error, mark, remark, width = "long", limit, tooLong, unit, ...rest }: TextInputProps) {
  const initial = String(rest.value ?? rest.defaultValue ?? "").length;
  return (
    <Field id={id} label={label} hint={hint} error={error} mark={mark} remark={remark} aside={limit ? <LiveCount inputId={id} limit={limit} initial={initial} tooLong={error ? undefined : tooLong} /> : null}>
      <span className="flex items-center gap-2">
        <input id={id} name={name} type="text" className={`control ${widthClass[width]}`} {...describedBy(id, { hint, error })} {...rest} />
        {unit ? <span className="shrink-0 text-ui text-ink-2">{unit}</span> : null}
      </span>
    </Field>
  );
}

type TextAreaProps = Own & Omit<ComponentProps<"textarea">, "id" | "name" | "className">;

/** Grows with its text where the browser can. Of one row it is a line that is seen whole on a phone, too; its form keeps Enter from breaking it. */
export function TextArea({ name, id = name, label, hint, error, mark, remark, width = "full", limit, tooLong, rows = 4, ...rest }: TextAreaProps) {
  const initial = String(rest.value ?? rest.defaultValue ?? "").length;
  return (
    <Field id={id} label={label} hint={hint} error={error} mark={mark} remark={remark} aside={limit ? <LiveCount inputId={id} limit={limit} initial={initial} tooLong={error ? undefined : tooLong} /> : null}>
      <textarea
        id={id}
        name={name}
        rows={rows}
        className={`control h-auto field-sizing-content ${rows > 1 ? "min-h-24 py-2 leading-(--lh-body)" : "min-h-(--h-control) resize-none py-[calc((var(--h-control)-1.5rem)/2-1px)]"} ${widthClass[width]} max-w-[44em]`}
        {...describedBy(id, { hint, error })}
        {...rest}
      />
    </Field>
  );
}

/** The browser's own picker; wrong dates are told by the server. */
export function DateInput(props: TextInputProps) {
  return <TextInput width="short" {...props} type="date" />;
}

type FileInputProps = Own & Omit<ComponentProps<"input">, "id" | "name" | "type" | "width" | "className">;

/** Press or drop: the native control fills the whole drop area. Allowed kinds and size belong into `hint`. */
export function FileInput({ name, id = name, label, hint, error, mark, remark, width = "long", ...rest }: FileInputProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error} mark={mark} remark={remark}>
      <input
        id={id}
        name={name}
        type="file"
        className={`min-w-0 cursor-pointer rounded-control border border-dashed border-line-strong bg-surface p-4 text-ui text-ink-2 hover:bg-sunken file:mr-4 file:min-h-9 file:cursor-pointer file:rounded-control file:border file:border-solid file:border-line-strong file:bg-surface file:px-3 file:text-ink ${widthClass[width]}`}
        {...describedBy(id, { hint, error })}
        {...rest}
      />
    </Field>
  );
}
