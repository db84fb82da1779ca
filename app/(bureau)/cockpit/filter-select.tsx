"use client";

type Props = { name: string; label: string; value: string; all?: string | undefined; options: readonly (readonly [value: string, label: string])[] };

/** One condition of the cockpit. It runs in the browser, too, so that a page sends the words of its choices and no markup twice. */
export function FilterSelect({ name, label, value, all, options }: Props) {
  return (
    <label className="grid gap-1 text-dense"><span className="text-ink-2">{label}</span>
      <select name={name} defaultValue={value} className="control">{all === undefined ? null : <option value="">{all}</option>}{options.map(([key, word]) => <option key={key} value={key}>{word}</option>)}</select>
    </label>
  );
}
