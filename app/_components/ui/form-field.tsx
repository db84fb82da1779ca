"use client";

import type { ReactNode } from "react";
import { formWords } from "@/lib/core/data/form-words";
import type { MoneyUnit } from "@/lib/core/money";
import { useActForm } from "./form-core";
import { Checkbox, CheckboxGroup, RadioGroup, Select } from "./choice";
import type { Option, OptionGroup } from "./choice";
import type { FieldWidth } from "./field";
import { MoneyInput } from "./money-input";
import { PasswordInput } from "./password-input";
import { DateInput, FileInput, TextArea, TextInput } from "./text-input";

type Props = {
  /** Path in the act's input; "modes[]" for several values. */
  name: string;
  /** Default: its path, behind the `ids` of its form. */
  id?: string;
  label: string;
  hint?: ReactNode;
  required?: boolean;
  /** Word behind the label for the minority of fields. */
  mark?: string;
  remark?: ReactNode;
  type?: "text" | "textarea" | "email" | "password" | "tel" | "date" | "number" | "file" | "money" | "select" | "radio" | "checkbox" | "checkboxes";
  defaultValue?: string | readonly string[] | null;
  options?: readonly (Option | OptionGroup)[];
  /** First, empty entry of a select. */
  placeholder?: string;
  unit?: string;
  moneyUnit?: MoneyUnit;
  /** Sentence of the money box when a written unit contradicts it. */
  doubt?: string;
  limit?: number;
  rows?: number;
  width?: FieldWidth;
  autoComplete?: string;
  inputMode?: "text" | "numeric" | "decimal" | "email" | "tel";
  accept?: string;
  inline?: boolean;
};

const picked = new Set(["select", "radio", "checkbox", "checkboxes"]);
/** Of these a sentence says "choose", not "fill in". */
const chosen = new Set([...picked, "file"]);

/** One field of an ActForm: shows its problem and what was typed. Its label travels along, so that sentences can name it. */
export function FormField({ name, id, type = "text", defaultValue, ...rest }: Props) {
  const { state, ids } = useActForm();
  const path = name.replace(/\[\]$/, "");
  const typed = state.values?.[name];
  // After a failed post an absent box means "unticked", not "as it was before".
  const value = state.values ? (typed ?? (picked.has(type) ? [] : "")) : (defaultValue ?? "");
  const error = problemOf(state.problems, path);
  return (
    <>
      <input type="hidden" name={`${chosen.has(type) ? "_choice" : "_label"}.${name}`} value={rest.label} />
      <Control {...rest} name={name} id={id ?? (ids ? `${ids}-${path}` : path)} type={type} value={value} error={error} />
    </>
  );
}

function problemOf(problems: Record<string, string> | undefined, path: string): string | undefined {
  if (!problems) return undefined;
  return problems[path] ?? Object.entries(problems).find(([key]) => /^\.\d+$/.test(key.slice(path.length)) && key.startsWith(path))?.[1];
}

type ControlProps = Omit<Props, "defaultValue"> & { id: string; value: string | readonly string[]; error: string | undefined };

function Control({ type, value, options = [], moneyUnit = "wan", doubt, unit, required, accept, rows, placeholder, inline, ...rest }: ControlProps) {
  const text = typeof value === "string" ? value : (value[0] ?? "");
  const all = typeof value === "string" ? (value === "" ? [] : [value]) : value;
  const { limit, width, autoComplete, inputMode, ...frame } = rest;
  const asked = { "aria-required": required || undefined };
  const flat = options.flatMap((option) => ("options" in option ? option.options : [option]));
  switch (type) {
    case "textarea":
      return <TextArea {...frame} {...asked} limit={limit} width={width} rows={rows} defaultValue={text} placeholder={placeholder} />;
    case "select":
      return <Select key={text} {...frame} {...asked} width={width} options={options} placeholder={placeholder || formWords.choose} defaultValue={text} />;
    case "radio":
      return <RadioGroup {...frame} options={flat} inline={inline} defaultValue={text} />;
    case "checkboxes":
      return <CheckboxGroup {...frame} options={flat} inline={inline} defaultValues={all} />;
    case "checkbox":
      return <Checkbox name={frame.name} id={frame.id} label={frame.label} hint={frame.hint} error={frame.error} defaultChecked={text === "on" || text === "true"} />;
    case "date":
      return <DateInput {...frame} {...asked} defaultValue={text} />;
    case "file":
      return <FileInput {...frame} {...asked} width={width} accept={accept} />;
    case "money":
      return <MoneyInput {...frame} unit={moneyUnit} defaultValue={text} doubt={doubt ?? ""} />;
    case "password":
      return <PasswordInput {...frame} show={formWords.show} hide={formWords.hide} autoComplete={autoComplete ?? "current-password"} />;
    default:
      // Not type=number or type=email: browsers drop what they do not understand, the server reads full-width and pasted values.
      return <TextInput {...frame} {...asked} limit={limit} width={width} unit={unit} placeholder={placeholder} defaultValue={text} autoComplete={autoComplete ?? "off"}
        inputMode={inputMode ?? (type === "number" ? "decimal" : type === "email" ? "email" : type === "tel" ? "tel" : undefined)} />;
  }
}
