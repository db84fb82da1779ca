import { buttonClass } from "@/app/_components/ui/button-look";
import { Select } from "@/app/_components/ui/choice";
import { TextInput } from "@/app/_components/ui/text-input";

type Props = {
  path: string;
  search: { label: string; value: string };
  state: { label: string; any: string; value: string; options: { value: string; label: string }[] };
  word: string;
};

/** A list's filter as a plain GET form: the address is the truth. */
export function FilterForm({ path, search, state, word }: Props) {
  return (
    <form action={path} className="flex flex-wrap items-end gap-4">
      <TextInput name="q" label={search.label} defaultValue={search.value} width="medium" />
      <Select name="state" label={state.label} placeholder={state.any} defaultValue={state.value} options={state.options} />
      <button className={buttonClass("plain")}>{word}</button>
    </form>
  );
}
