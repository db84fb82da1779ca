"use client";

import { useEffect, useState } from "react";

type Props = {
  inputId: string; limit: number; initial: number;
  /** Said beyond the limit in place of the count; `{max}`, `{is}` and `{over}` are replaced. */
  tooLong?: string | undefined;
};

/** Count beside a label, "12/40": appears from 80 % of the limit and warns beyond it; announced politely. */
export function LiveCount({ inputId, limit, initial, tooLong }: Props) {
  const [count, setCount] = useState(initial);
  useEffect(() => {
    const input = document.getElementById(inputId);
    if (!(input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement)) return;
    const tell = () => setCount([...input.value].length);
    tell();
    input.addEventListener("input", tell);
    return () => input.removeEventListener("input", tell);
  }, [inputId]);
  return (
    <span aria-live="polite" className={`text-note ${count > limit ? "font-semibold text-bad" : "text-ink-3"}`}>
      {count > limit && tooLong ? tooLong.replace("{max}", String(limit)).replace("{is}", String(count)).replace("{over}", String(count - limit)) : count >= limit * 0.8 ? `${count}/${limit}` : ""}
    </span>
  );
}
