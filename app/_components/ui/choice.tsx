import type { ComponentProps, ReactNode } from "react";
import { describedBy, Field, FieldGroup, widthClass } from "./field";
import type { FieldTexts, FieldWidth } from "./field";
import { optionLines } from "./option-lines";
import { SelectOptions } from "./select-options";

export type Option = { value: string; label: string; hint?: ReactNode; disabled?: boolean };
export type OptionGroup = { label: string; options: readonly Option[] };

type SelectProps = FieldTexts &
  Omit<ComponentProps<"select">, "id" | "name" | "className"> & {
    name: string;
    id?: string;
    width?: FieldWidth;
    options: readonly (Option | OptionGroup)[];
    /** First entry with an empty value. */
    placeholder?: string;
  };

export function Select({ name, id = name, label, hint, error, mark, remark, width = "medium", options, placeholder, ...rest }: SelectProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error} mark={mark} remark={remark}>
      <select id={id} name={name} className={`control ${widthClass[width]}`} {...describedBy(id, { hint, error })} {...rest}>
        {placeholder !== undefined ? <option value="">{placeholder}</option> : null}
        <SelectOptions lines={optionLines(options)} />
      </select>
    </Field>
  );
}

type GroupProps = FieldTexts & { name: string; id?: string; options: readonly Option[]; inline?: boolean; className?: string };

/** One box or button with its words; groups make several of one question. */
export function Choice({ option, ...input }: { option: Option } & ComponentProps<"input">) {
  return (
    <label className="flex min-h-(--target) cursor-pointer items-start gap-2.5 py-1.5 text-ui">
      <input {...input} value={option.value} disabled={option.disabled} className="mt-1 size-[1.125rem] shrink-0 accent-accent" />
      <span>
        {option.label}
        {option.hint ? <span className="block text-dense text-ink-3">{option.hint}</span> : null}
      </span>
    </label>
  );
}

/** One of up to five. */
export function RadioGroup({ name, id = name, options, defaultValue, inline, ...texts }: GroupProps & { defaultValue?: string | null }) {
  return (
    <FieldGroup id={id} {...texts}>
      <div className={inline ? "flex flex-wrap gap-x-6" : "grid"}>
        {options.map((option) => (
          <Choice key={option.value} option={option} type="radio" name={name} defaultChecked={option.value === defaultValue} />
        ))}
      </div>
    </FieldGroup>
  );
}

/** Any number of several; sends `name` once per ticked value. */
export function CheckboxGroup({ name, id = name, options, defaultValues = [], inline, ...texts }: GroupProps & { defaultValues?: readonly string[] }) {
  return (
    <FieldGroup id={id} {...texts}>
      <div className={inline ? "flex flex-wrap gap-x-6" : "grid"}>
        {options.map((option) => (
          <Choice key={option.value} option={option} type="checkbox" name={name} defaultChecked={defaultValues.includes(option.value)} />
        ))}
      </div>
    </FieldGroup>
  );
}

/** One box with its sentence: a commitment, a setting. */
export function Checkbox({ name, id = name, value = "on", label, hint, error, defaultChecked, required }: {
  name: string;
  id?: string;
  value?: string;
  label: string;
  hint?: ReactNode;
  error?: string | null;
  defaultChecked?: boolean;
  required?: boolean;
}) {
  return (
    <div className={error ? "border-l-4 border-bad pl-3" : ""}>
      {error ? <p id={`${id}-error`} className="text-dense font-semibold text-bad">{error}</p> : null}
      <Choice option={{ value, label, hint }} type="checkbox" id={id} name={name} defaultChecked={defaultChecked} required={required} {...describedBy(id, { error })} />
    </div>
  );
}
