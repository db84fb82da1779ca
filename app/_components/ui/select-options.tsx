"use client";

export type SelectOption = { value: string; label: string; disabled?: boolean | undefined };

/** The entries of a list to choose from, in groups or without. They are made in the browser, too, so that a page sends their words and no markup twice. */
export function SelectOptions({ options }: { options: readonly (SelectOption | { label: string; options: readonly SelectOption[] })[] }) {
  return options.map((option) =>
    "options" in option ? (
      <optgroup key={option.label} label={option.label}>
        <SelectOptions options={option.options} />
      </optgroup>
    ) : (
      <option key={option.value} value={option.value} disabled={option.disabled}>
        {option.label}
      </option>
    ),
  );
}
