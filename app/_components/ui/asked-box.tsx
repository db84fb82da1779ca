"use client";

import { useActForm } from "./act-form";
import { Checkbox } from "./choice";

type Props = { name: string; label: string; hint: string; error: string | undefined; ticked: boolean };

/** A box that a form asks for by and by. Made anew, it is not ticked by what was said of something else. */
export function LateBox({ name, label, hint, error, ticked }: Props) {
  return (
    <>
      <input type="hidden" name={`_choice.${name}`} value={label} />
      <Checkbox name={name} label={label} hint={hint} error={error ?? null} defaultChecked={ticked} />
    </>
  );
}

/** A box that is there only once the answer has asked for it. It holds for the value of the field `about` that was asked of, which goes along as `<name>Of`. */
export function AskedBox({ name, label, hint, about }: { name: string; label: string; hint: string; about: string }) {
  const { state } = useActForm();
  const error = state.problems?.[name], valueOf = (field: string) => [state.values?.[field]].flat()[0] ?? "", of = valueOf(about);
  // Refused for something else, perhaps with another value: what was said stands only for the value that it was said of.
  const said = state.values?.[name] !== undefined && valueOf(`${name}Of`) === of;
  if (error === undefined && !said) return null;
  return (
    <>
      <LateBox key={`${of} ${error ?? ""}`} name={name} label={label} hint={hint} error={error} ticked={error === undefined} />
      <input type="hidden" name={`${name}Of`} value={of} />
    </>
  );
}
