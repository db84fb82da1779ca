"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { Glyph } from "@/app/_components/ui/glyph";
import type { PaletteWords } from "./command-palette";

// Loaded on the first press: the palette's code is not part of any page.
const CommandPalette = dynamic(() => import("./command-palette").then((module) => module.CommandPalette), { ssr: false });

const looks = {
  box: "control flex w-full max-w-md items-center gap-2 bg-paper text-dense text-ink-3 hover:text-ink hover:no-underline max-md:w-auto max-md:border-0 max-md:bg-transparent",
  // Public pages have a search box already; this one says the shortcut.
  key: "inline-flex min-h-8 items-center gap-1.5 px-2 text-dense text-ink-2 hover:text-ink hover:no-underline max-lg:hidden print:hidden",
} as const;

/** A link to search that opens the palette where script runs; Ctrl K or ⌘ K from anywhere. */
export function PaletteButton({ label, shortcut, words, look = "box" }: { label: string; shortcut: string; words: PaletteWords; look?: keyof typeof looks }) {
  const [asked, setAsked] = useState(0);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.code !== "KeyK") return;
      event.preventDefault();
      setAsked((n) => n + 1);
      setOpen(true);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <>
      <a
        href="/search"
        aria-haspopup="dialog"
        aria-label={label}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          setAsked(asked + 1);
          setOpen(true);
        }}
        className={looks[look]}
      >
        {look === "box" ? <Glyph name="search" /> : null}
        <span className="flex-1 truncate max-md:hidden">{label}</span>
        <kbd className="rounded-chip border border-line px-1.5 text-note max-md:hidden">{shortcut}</kbd>
      </a>
      {asked > 0 ? <CommandPalette open={open} onClose={() => setOpen(false)} words={words} /> : null}
    </>
  );
}
