"use client";

import { useState } from "react";
import { buttonClass } from "./button-look";
import { putBack } from "./put-back";
import { copyKey } from "./typed-copy";
import { useKeptCopy } from "./use-kept-copy";

type Props = {
  person: string;
  /** What is typed about, and in which of its forms. */
  record: string;
  words: { restored: string; discard: string };
};

/**
 * For a form in which much is typed before it is sent: until then a copy stays in this browser and is put back when the page opens, however it
 * was left. Stands inside its ActForm.
 */
export function KeptTyping({ person, record, words }: Props) {
  const [back, setBack] = useState(false);
  const place = useKeptCopy({
    person, record, of: typedOf,
    opened: (form, copy) => void (copy && putBack(form, copy).then(setBack)),
    forgotten: () => setBack(false),
  });

  function discard() {
    localStorage.removeItem(copyKey(person, record));
    // The fields begin again with what the page brings, and so does what stands beside them.
    window.location.reload();
  }

  return (
    <div ref={place} className={back ? "" : "hidden"}>
      {back ? (
        <div role="status" className="flex flex-wrap items-center gap-3 border-l-4 border-warn-line bg-warn-soft p-3 text-dense text-warn">
          <span>{words.restored}</span>
          <button type="button" className={buttonClass("text")} onClick={discard}>{words.discard}</button>
        </div>
      ) : null}
    </div>
  );
}

/** What a person types or chooses; nothing that the page itself sends along. */
function typedOf(form: HTMLFormElement): FormData {
  const data = new FormData(form);
  for (const name of [...data.keys()]) if (name.startsWith("_") || form.querySelector(`input[type="hidden"][name="${CSS.escape(name)}"]`)) data.delete(name);
  return data;
}
