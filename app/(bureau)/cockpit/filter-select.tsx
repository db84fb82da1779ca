"use client";

import { useFollow } from "@/app/_components/ui/use-follow";

type Props = { name: string; label: string; value: string; all?: string | undefined; options: readonly (readonly [value: string, label: string])[] };

/** One condition of the cockpit. It runs in the browser, too, so that a page sends the words of its choices and no markup twice. */
export function FilterSelect({ name, label, value, all, options }: Props) {
  const field = useFollow<string, HTMLSelectElement>(value, (select, said) => (select.value = said));
  return (
    <label className="grid gap-1 text-dense"><span className="text-ink-2">{label}</span>
      <select ref={field} name={name} defaultValue={value} className="control">{all === undefined ? null : <option value="">{all}</option>}{options.map(([key, word]) => <option key={key} value={key}>{word}</option>)}</select>
    </label>
  );
}

/** The day of a past view. */
export function FilterDay({ name, label, hint, value, max }: { name: string; label: string; hint: string; value: string; max: string }) {
  const field = useFollow(value, (input, said) => (input.value = said));
  return (
    <label className="grid gap-1 text-dense"><span className="text-ink-2">{label}</span>
      <input ref={field} type="date" name={name} max={max} defaultValue={value} title={hint} className="control" />
    </label>
  );
}
