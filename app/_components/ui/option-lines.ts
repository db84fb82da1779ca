export type SelectOption = { value: string; label: string; disabled?: boolean | undefined };
export type SelectOptionGroup = { label: string; options: readonly SelectOption[] };

/**
 * Entries of a list to choose from as one text, a line each: what a page sends to the browser is looked at value by value, and a list of the plan's fields has hundreds.
 * A group is a line with its name, and holds what follows, up to an empty line.
 */
export function optionLines(options: readonly (SelectOption | SelectOptionGroup)[]): string {
  const said = (text: string) => text.replace(/\p{Cc}/gu, " ");
  const line = ({ value, label, disabled }: SelectOption) => `${said(value)}\t${said(label)}${disabled ? "\t-" : ""}`;
  return options.flatMap((option, at) => {
    if ("options" in option) return [said(option.label), ...option.options.map(line)];
    const before = options[at - 1];
    return before && "options" in before ? ["", line(option)] : [line(option)];
  }).join("\n");
}

/** @param lines made by `optionLines` */
export function optionsOf(lines: string): (SelectOption | SelectOptionGroup)[] {
  const options: (SelectOption | SelectOptionGroup)[] = [];
  let into: SelectOption[] | null = null;
  for (const line of lines === "" ? [] : lines.split("\n")) {
    const [value = "", label, off] = line.split("\t");
    if (label !== undefined) (into ?? options).push({ value, label, ...(off ? { disabled: true } : {}) });
    else if (value === "") into = null;
    else options.push({ label: value, options: (into = []) });
  }
  return options;
}
