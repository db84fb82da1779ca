"use client";

import { FormField, useActForm } from "./act-form";

/** A box that is there only once the answer has asked for it. It holds for the value of the field `about` that was asked of, which goes along as `<name>Of`. */
export function AskedBox({ name, label, hint, about }: { name: string; label: string; hint: string; about: string }) {
  const { state } = useActForm();
  if (state.problems?.[name] === undefined && state.values?.[name] === undefined) return null;
  return (
    <>
      <FormField name={name} type="checkbox" label={label} hint={hint} />
      <input type="hidden" name={`${name}Of`} value={[state.values?.[about]].flat()[0] ?? ""} />
    </>
  );
}
