import { buttonClass } from "@/app/_components/ui/button-look";
import { Select } from "@/app/_components/ui/choice";
import { TextInput } from "@/app/_components/ui/text-input";

type Props = {
  path: string;
  search: { label: string; value: string };
  /** Its name in the address is `state` unless told. */
  state: { name?: string; label: string; any: string; value: string; options: { value: string; label: string }[] };
  word: string;
  /** Other parts of the address to keep. */
  hidden?: Record<string, string>;
};

/** A list's filter as a plain GET form: the address is the truth. */
export function FilterForm({ path, search, state, word, hidden = {} }: Props) {
  return (
    <form action={path} className="flex flex-wrap items-end gap-4">
      {Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <TextInput name="q" label={search.label} defaultValue={search.value} width="medium" />
      <Select name={state.name ?? "state"} label={state.label} placeholder={state.any} defaultValue={state.value} options={state.options} />
      <button className={buttonClass("plain")}>{word}</button>
    </form>
  );
}
