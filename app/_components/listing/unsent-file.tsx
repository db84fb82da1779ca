"use client";

import { useEffect, useRef, useState } from "react";

const unsentFile = "unsent-file";

/** Stands in the form of the attachments: a file that was chosen is not yet one that was sent, and whoever goes on would leave it behind. */
export function UnsentFile({ sentence }: { sentence: string }) {
  const place = useRef<HTMLParagraphElement>(null);
  const [chosen, setChosen] = useState(false);
  useEffect(() => {
    const form = place.current?.closest("form");
    const look = () => {
      delete place.current?.dataset.told;
      setChosen(Boolean(form?.querySelector<HTMLInputElement>('input[type="file"]')?.files?.length));
    };
    const emptied = () => setChosen(false);
    form?.addEventListener("change", look);
    form?.addEventListener("reset", emptied);
    return () => {
      form?.removeEventListener("change", look);
      form?.removeEventListener("reset", emptied);
    };
  }, []);
  return <p ref={place} id={unsentFile} role="status" tabIndex={-1} className={chosen ? "border-l-4 border-warn-line bg-warn-soft p-3 text-dense text-warn" : "hidden"}>{chosen ? sentence : null}</p>;
}

/** Shows the sentence, if there is one. @returns whether there is; of one file once: who goes on all the same does not want it */
export function showUnsentFile(): boolean {
  const place = document.getElementById(unsentFile);
  if (!place?.textContent || place.dataset.told) return false;
  place.dataset.told = "true";
  place.scrollIntoView({ block: "center" });
  place.focus({ preventScroll: true });
  return true;
}
