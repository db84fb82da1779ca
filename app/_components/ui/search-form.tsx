"use client";

import Form from "@/app/_components/ui/get-form";
import { buttonClass } from "./button-look";
import { Glyph } from "./glyph";
import { SuggestInput, type SuggestWords } from "./suggest-input";

export type SearchScope = { name: string; value?: string; label: string; options: readonly { value: string; label: string }[] };

type Props = {
  action: string;
  name: string;
  value?: string | undefined;
  label: string;
  placeholder?: string | undefined;
  hidden?: readonly [string, string][];
  scope?: SearchScope | undefined;
  large?: boolean | undefined;
  submit: string;
  /** Words of the suggestions; without them none are offered. */
  suggest?: SuggestWords | undefined;
};

/** A whole paragraph may be asked for. What is longer makes an address that servers and proxies refuse without a word (16 kB, nine bytes a character). */
const longest = 1_000;

/** One GET form. No autofocus: screen readers start at the title. */
export function SearchForm({ action, name, value, label, placeholder, hidden = [], scope, large, submit, suggest }: Props) {
  const height = large ? "h-13" : "";
  const box = {
    type: "search", name, defaultValue: value, placeholder, maxLength: longest, "aria-label": label, "data-search": true,
    className: `control min-w-0 flex-1 rounded-r-none ${scope ? "sm:rounded-l-none" : ""} ${height}`,
  } as const;
  return (
    <Form action={action} role="search" aria-label={label} className="flex w-full items-stretch work:max-w-[36rem]">
      {hidden.map(([key, one]) => <input key={key + one} type="hidden" name={key} value={one} />)}
      {scope ? (
        <select name={scope.name} defaultValue={scope.value} aria-label={scope.label} className={`control rounded-r-none border-r-0 bg-sunken max-sm:hidden ${height}`}>
          {scope.options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
        </select>
      ) : null}
      {suggest ? <SuggestInput {...box} source="/api/palette?for=search&q=" words={suggest} /> : <input {...box} />}
      <button className={buttonClass(large ? "primary" : "plain", `rounded-l-none border-l-0 ${height}`)}>
        <Glyph name="search" />
        <span className={large ? "" : "sr-only"}>{submit}</span>
      </button>
    </Form>
  );
}
