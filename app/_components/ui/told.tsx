"use client";

import { useEffect, useState } from "react";
import { Flash } from "./flash";
import { keepPlaces } from "./kept-place";

const name = "act-told";

/** Hands a sentence to the shell, for whoever is about to leave the page with it. */
export function tell(message: string): void {
  window.dispatchEvent(new CustomEvent(name, { detail: message }));
}

/** Once per shell: says what such a form could not, and keeps the place of who sent it. */
export function Told({ close }: { close: string }) {
  const [said, setSaid] = useState<{ message: string; turn: number } | null>(null);
  useEffect(keepPlaces, []);
  useEffect(() => {
    const listen = (event: Event) => setSaid((last) => ({ message: String((event as CustomEvent).detail), turn: (last?.turn ?? 0) + 1 }));
    window.addEventListener(name, listen);
    return () => window.removeEventListener(name, listen);
  }, []);
  return said ? <Flash key={said.turn} message={said.message} close={close} /> : null;
}
