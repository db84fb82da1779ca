"use client";

import { useEffect, useRef } from "react";

/** Sends the surrounding form when a tick or a select changes, on wide screens only: on phones one chooses several before looking. */
export function AutoSubmit() {
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const form = mark.current?.closest("form");
    if (!form) return;
    const send = ({ target }: Event) => {
      // A day is typed part by part, and every part makes another day.
      if (target instanceof HTMLInputElement && target.type === "date") return;
      if (matchMedia("(min-width: 48rem)").matches) form.requestSubmit();
    };
    form.addEventListener("change", send);
    return () => form.removeEventListener("change", send);
  }, []);
  return <span ref={mark} hidden />;
}
