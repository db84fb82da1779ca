"use client";

import { useActForm } from "./form-core";
import { askedQuestion } from "./asked-question";
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

/** A box that is there only once the answer has asked for it, and from then on (`askedQuestion`). It holds for the value of the field `about` that was asked of. */
export function AskedBox({ name, label, hint, about }: { name: string; label: string; hint: string; about: string }) {
  const { state } = useActForm();
  const asked = askedQuestion(state, name, about);
  if (!asked) return null;
  const { of, sentence, open } = asked, error = open ? sentence : undefined;
  return (
    <>
      <LateBox key={`${of} ${error ?? ""}`} name={name} label={label} hint={hint} error={error} ticked={!open} />
      <input type="hidden" name={`${name}Of`} value={of} />
      <input type="hidden" name={`${name}Question`} value={sentence} />
    </>
  );
}
