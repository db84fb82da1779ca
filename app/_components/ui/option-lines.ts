export type SelectOption = { value: string; label: string; disabled?: boolean | undefined };
export type SelectOptionGroup = { label: string; options: readonly SelectOption[] };

/** Entries of a list to choose from as one text, a line each: what a page sends to the browser is looked at value by value, and a list of the plan's fields has hundreds. */
export function optionLines(options: readonly (SelectOption | SelectOptionGroup)[]): string {
  const said = (text: string) => text.replace(/\p{Cc}/gu, " ");
  const line = ({ value, label, disabled }: SelectOption) => `${said(value)}\t${said(label)}${disabled ? "\t-" : ""}`;
  return options.map((option) => ("options" in option ? [said(option.label), ...option.options.map((one) => `\t${line(one)}`)].join("\n") : line(option))).join("\n");
}

/** @param lines made by `optionLines` */
export function optionsOf(lines: string): (SelectOption | SelectOptionGroup)[] {
  const options: (SelectOption | { label: string; options: SelectOption[] })[] = [];
  for (const line of lines === "" ? [] : lines.split("\n")) {
    const inside = line.startsWith("\t"), [value = "", label, off] = line.slice(inside ? 1 : 0).split("\t");
    if (label === undefined) options.push({ label: value, options: [] });
    else {
      const option: SelectOption = { value, label, ...(off ? { disabled: true } : {}) }, group = options.at(-1);
      if (inside && group && "options" in group) group.options.push(option); else options.push(option);
    }
  }
  return options;
}
