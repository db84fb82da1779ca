"use client";

import { optionsOf, type SelectOption } from "./option-lines";

const entry = ({ value, label, disabled }: SelectOption) => <option key={value} value={value} disabled={disabled}>{label}</option>;

/** The entries of a list to choose from, in groups or without. They are made in the browser, too, so that a page sends their words and no markup twice. @param lines made by `optionLines` */
export function SelectOptions({ lines }: { lines: string }) {
  return optionsOf(lines).map((option) => ("options" in option ? <optgroup key={option.label} label={option.label}>{option.options.map(entry)}</optgroup> : entry(option)));
}
