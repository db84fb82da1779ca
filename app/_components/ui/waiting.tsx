"use client";

import { startTransition, useEffect, useOptimistic, useState } from "react";

const barMs = 300;
const blocksMs = 1_000;
/** Where the router gives up it loads the page anew, and if that does not come, either, it never says so: one gets the old page back. */
const longestMs = 15_000;

let begin = (): void => undefined;

/** Said by a link or a search form at the moment it leads on; ends by itself when the next page is there. */
export function beginWaiting(): void {
  begin();
}

/**
 * Once per shell, what one sees between two pages (look 4): the old one stays; a bar on top after 0.3 s; after a second grey blocks
 * where the next one will be, which is also when it is said aloud.
 */
export function Waiting({ word }: { word: string }) {
  // Belongs to the transition that it is set in, which is the router's own: that of the same click.
  const [waiting, setWaiting] = useOptimistic(false);
  const [shown, setShown] = useState<"bar" | "blocks" | null>(null);
  useEffect(() => {
    const mine = () => startTransition(() => setWaiting(true));
    begin = mine;
    return () => { if (begin === mine) begin = () => undefined; };
  }, [setWaiting]);
  useEffect(() => {
    if (!waiting) return;
    const timers = [setTimeout(setShown, barMs, "bar"), setTimeout(setShown, blocksMs, "blocks"), setTimeout(setShown, longestMs, "bar")];
    return () => {
      timers.forEach(clearTimeout);
      setShown(null);
    };
  }, [waiting]);
  useEffect(() => {
    document.getElementById("main")?.setAttribute("aria-busy", String(shown === "blocks"));
  }, [shown]);
  return (
    <>
      {shown ? <div data-waiting={shown} className="screen-only fixed inset-x-0 top-0 z-50 h-0.5 bg-accent" /> : null}
      <p role="status" className="sr-only">{shown === "blocks" ? word : ""}</p>
    </>
  );
}
