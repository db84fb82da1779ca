"use client";

import { useState } from "react";
import { describedBy, Field } from "./field";
import type { FieldTexts } from "./field";

type Props = FieldTexts & { name: string; id?: string; show: string; hide: string; autoComplete: string };

/** A password with a button that shows it: nobody should have to type blindly. */
export function PasswordInput({ name, id = name, show, hide, autoComplete, ...texts }: Props) {
  const [shown, setShown] = useState(false);
  return (
    <Field id={id} {...texts}>
      <span className="flex items-center gap-2">
        <input id={id} name={name} type={shown ? "text" : "password"} autoComplete={autoComplete} className="control w-full max-w-[26em]" {...describedBy(id, texts)} />
        <button type="button" aria-pressed={shown} onClick={() => setShown(!shown)} className="min-h-(--target) shrink-0 px-2 text-ui text-accent">{shown ? hide : show}</button>
      </span>
    </Field>
  );
}
