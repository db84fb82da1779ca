"use client";

import { useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import { Glyph } from "./glyph";

const shownMs = 8_000;
/** Who goes on with the page has read it, and may need what it stands over. */
const goingOn = ["pointerdown", "wheel", "touchmove", "keydown"] as const;

/**
 * What my act did elsewhere, with its undo form as children. Stands at the bottom left for eight seconds, longer while hovered or
 * focused, and until one goes on with the page; in larger type and without script it is a notice that stays. Never used for failures. Give it a `key` per message.
 */
export function Flash({ message, close, children }: { message: string; close: string; children?: ReactNode }) {
  const [shown, setShown] = useState(true);
  const held = useRef(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Said: the next page that is loaded whole does not say it again.
    document.cookie = "flash=; path=/; max-age=0";
    if (document.documentElement.dataset.type === "large") return;
    const timer = setInterval(() => {
      if (!held.current) setShown(false);
    }, shownMs);
    const leave = (event: Event) => {
      if (event instanceof KeyboardEvent && event.key !== "Tab") return;
      if (!held.current && !box.current?.contains(event.target as Node)) setShown(false);
    };
    for (const event of goingOn) window.addEventListener(event, leave, { passive: true });
    return () => {
      clearInterval(timer);
      for (const event of goingOn) window.removeEventListener(event, leave);
    };
  }, []);
  if (!shown) return null;
  return (
    <div
      ref={box}
      role="status"
      onMouseEnter={() => void (held.current = true)}
      onMouseLeave={() => void (held.current = false)}
      onFocus={() => void (held.current = true)}
      onBlur={() => void (held.current = false)}
      className="screen-only fixed bottom-4 left-4 z-50 flex max-w-[calc(100vw-2rem)] flex-wrap items-center gap-x-4 gap-y-2 rounded-panel border border-line-strong bg-ink px-4 py-3 text-ui text-surface shadow-raised max-md:bottom-20 [:root:has([data-bottom-bar])_&]:bottom-24 max-md:[:root:has([data-bottom-bar])_&]:bottom-40 large:static large:m-4 [&_a]:text-surface [&_button]:text-surface"
    >
      <span>{message}</span>
      {children}
      <button type="button" onClick={() => setShown(false)} className="inline-flex min-h-8 items-center gap-1 underline underline-offset-4">
        <Glyph name="cross" className="size-[1em]" />
        {close}
      </button>
    </div>
  );
}
