"use client";

import { useActForm } from "@/app/_components/ui/act-form";
import type { Option, OptionGroup } from "@/app/_components/ui/choice";
import { RepeatingRows, type Row } from "@/app/_components/ui/repeating-rows";
import type { UiWords } from "@/app/_components/ui/words";

type Props = {
  side: "sellers" | "buyers";
  label: string;
  hint: string;
  columns: { name: string; creditCode: string; nature: string; place: string; share: string };
  places: readonly (Option | OptionGroup)[];
  natures: readonly Option[];
  choose: string;
  words: UiWords["rows"];
  /** Those of a record that is corrected. */
  recorded?: readonly Row[];
};

/** Column of the form, field of the act. */
const fields = { name: "name", creditCode: "creditCode", nature: "nature", place: "place", share: "shareBasisPoints" } as const;

/** Further parties of one side of a contract: as many as there are, each with its share. */
export function CoParties({ side, label, hint, columns, places, natures, choose, words, recorded = [] }: Props) {
  const { state } = useActForm();
  const group = side === "sellers" ? "coSellers" : "coBuyers";
  const problems = Object.entries(state.problems ?? {}).filter(([path]) => path === side || path.startsWith(`${side}.`));
  const errors = Object.fromEntries(problems.flatMap(([path, sentence]) => {
    const [, position, field] = path.split(".");
    const column = Object.entries(fields).find(([, name]) => name === field)?.[0];
    return Number(position) > 0 && column ? [[`${group}[${Number(position) - 1}].${column}`, sentence]] : [];
  }));
  const whole = problems.find(([path]) => path === side || path.startsWith(`${side}.0`))?.[1];
  return (
    <>
      <input type="hidden" name={`_label.${side}`} value={label} />
      {Object.entries(columns).map(([column, word]) => <input key={column} type="hidden" name={`_label.${side}.${column}`} value={word} />)}
      <RepeatingRows name={group} label={label} hint={hint} error={whole} errors={errors} words={words} max={8} defaultRows={state.values ? rowsOf(state.values, group) : recorded}
        columns={[
          { name: "name", label: columns.name, em: 14 },
          { name: "creditCode", label: columns.creditCode, em: 11 },
          { name: "nature", label: columns.nature, em: 8, options: natures, placeholder: choose },
          { name: "place", label: columns.place, em: 8, options: places, placeholder: choose },
          { name: "share", label: columns.share, em: 5, inputMode: "decimal" },
        ]} />
    </>
  );
}

/** What was typed, when the page came back without script. */
function rowsOf(values: Record<string, string | string[]> | undefined, group: string): Row[] {
  const rows: Row[] = [];
  for (const [name, value] of Object.entries(values ?? {})) {
    const found = new RegExp(`^${group}\\[(\\d+)\\]\\.(\\w+)$`).exec(name);
    if (found?.[1] && found[2] && typeof value === "string") rows[Number(found[1])] = { ...rows[Number(found[1])], [found[2]]: value };
  }
  return rows.filter((row) => Object.values(row).some((text) => text !== ""));
}
