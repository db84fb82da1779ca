"use client";

import { useId, useState } from "react";
import { optionLines } from "./option-lines";
import { SelectOptions } from "./select-options";
import type { Option, OptionGroup } from "./choice";
import { FieldGroup } from "./field";
import type { FieldTexts } from "./field";
import { Glyph } from "./glyph";
import type { GlyphName } from "./glyph";
import type { UiWords } from "./words";

export type RowColumn = {
  name: string;
  label: string;
  /** Share of the line, in em. */
  em?: number;
  options?: readonly (Option | OptionGroup)[];
  placeholder?: string;
  inputMode?: "text" | "decimal" | "numeric";
};
export type Row = Record<string, string>;
type Kept = { key: number; values: Row };

type Props = FieldTexts & {
  /** Inputs are called `name[0].column`, in the order shown. */
  name: string;
  columns: readonly RowColumn[];
  defaultRows: readonly Row[];
  /** Empty lines offered at the beginning; also what can be filled without script. */
  spare?: number;
  max?: number;
  words: UiWords["rows"];
  /** Errors by `name[0].column`. */
  errors?: Record<string, string>;
};

/** Indicators, cost lines, team: plain inputs; lines are added, copied and moved by buttons or Alt + arrows. Empty lines are for the server to drop. */
export function RepeatingRows({ name, columns, defaultRows, spare = 1, max = 30, words, errors = {}, ...texts }: Props) {
  const groupId = useId();
  const [next, setNext] = useState(defaultRows.length + spare);
  const [rows, setRows] = useState<Kept[]>(() => [
    ...defaultRows.map((values, key) => ({ key, values })),
    ...Array.from({ length: spare }, (_, n) => ({ key: defaultRows.length + n, values: {} })),
  ]);

  function insert(at: number, values: Row) {
    if (rows.length >= max) return;
    setRows((old) => [...old.slice(0, at), { key: next, values }, ...old.slice(at)]);
    setNext(next + 1);
  }
  function move(at: number, by: number) {
    setRows((old) => {
      const moved = old[at];
      if (!moved || at + by < 0 || at + by >= old.length) return old;
      const rest = old.filter((row) => row !== moved);
      return [...rest.slice(0, at + by), moved, ...rest.slice(at + by)];
    });
  }
  /** The inputs keep their own values; a copy reads them from the page. */
  function valuesOf(line: Element | null): Row {
    const found = [...(line?.querySelectorAll<HTMLInputElement | HTMLSelectElement>("[data-column]") ?? [])];
    return Object.fromEntries(found.map((input) => [input.dataset.column ?? "", input.value]));
  }

  return (
    <FieldGroup id={texts.label ? name : groupId} {...texts}>
      <ol className="grid gap-3">
        {rows.map((row, index) => {
          const title = words.row.replace("{n}", String(index + 1));
          return (
            <li
              key={row.key}
              aria-label={title}
              className="flex flex-wrap items-end gap-x-3 gap-y-2 border-b border-line pb-3"
              onKeyDown={(event) => {
                if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
                event.preventDefault();
                move(index, event.key === "ArrowUp" ? -1 : 1);
              }}
            >
              {columns.map((column) => (
                <Cell key={column.name} column={column} name={`${name}[${index}].${column.name}`} value={row.values[column.name]} error={errors[`${name}[${index}].${column.name}`]} />
              ))}
              <span className="ml-auto flex">
                <RowButton glyph="up" label={`${words.up}\u3000${title}`} blocked={index === 0} act={() => move(index, -1)} />
                <RowButton glyph="down" label={`${words.down}\u3000${title}`} blocked={index === rows.length - 1} act={() => move(index, 1)} />
                <RowButton glyph="copy" label={`${words.copy}\u3000${title}`} act={(button) => insert(index + 1, valuesOf(button.closest("li")))} />
                <RowButton glyph="remove" label={`${words.remove}\u3000${title}`} act={() => setRows((old) => old.filter((other) => other.key !== row.key))} />
              </span>
            </li>
          );
        })}
      </ol>
      <button type="button" data-add-line="" onClick={() => insert(rows.length, {})} className="mt-3 inline-flex min-h-(--target) items-center gap-2 text-ui text-accent hover:underline">
        <Glyph name="plus" />
        {words.add}
      </button>
    </FieldGroup>
  );
}

function Cell({ column, name, value, error }: { column: RowColumn; name: string; value?: string; error?: string }) {
  const common = { name, id: name, "data-column": column.name, defaultValue: value ?? "", "aria-invalid": error ? true : undefined, "aria-describedby": error ? `${name}-error` : undefined } as const;
  return (
    <span className="grid min-w-[5em] gap-1" style={{ flex: `1 1 ${column.em ?? 8}em` }}>
      <label htmlFor={name} className="text-note text-ink-2">
        {column.label}
      </label>
      {error ? (
        <span id={`${name}-error`} className="text-note font-semibold text-bad">
          {error}
        </span>
      ) : null}
      {column.options ? (
        <select {...common} className="control w-full">
          {/* Where there is a usual choice it is seen as chosen, because it is what will be saved. */}
          {column.placeholder === undefined ? null : <option value="">{column.placeholder}</option>}
          <SelectOptions lines={optionLines(column.options)} />
        </select>
      ) : (
        <input {...common} inputMode={column.inputMode} placeholder={column.placeholder} autoComplete="off" className="control w-full" />
      )}
    </span>
  );
}

function RowButton({ glyph, label, act, blocked }: { glyph: GlyphName; label: string; act: (button: HTMLButtonElement) => void; blocked?: boolean }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-disabled={blocked || undefined}
      onClick={(event) => act(event.currentTarget)}
      className="grid size-(--target) place-items-center rounded-control text-ink-2 hover:bg-sunken aria-disabled:text-line-strong"
    >
      <Glyph name={glyph} />
    </button>
  );
}
