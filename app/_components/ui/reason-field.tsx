"use client";

import { useActForm } from "./form-core";
import { TextArea } from "./text-input";

/** Why one does it: the only field of the acts on public records, which so do without all the other kinds that `FormField` knows. */
export function ReasonField({ label }: { label: string }) {
  const { state } = useActForm();
  return (
    <>
      <input type="hidden" name="_label.reason" value={label} />
      <TextArea name="reason" rows={2} label={label} error={state.problems?.reason} defaultValue={String(state.values?.reason ?? "")} />
    </>
  );
}
