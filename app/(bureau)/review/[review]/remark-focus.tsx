"use client";

import { useEffect } from "react";

/** Whoever opens the place for a remark wants to write it: the caret is there at once, by mouse and by key. */
export function RemarkFocus() {
  useEffect(() => {
    const onToggle = ({ target }: Event) => {
      // One that stands open from the start, with what was written before, takes nothing.
      if (target instanceof HTMLDetailsElement && target.open && target.matches("[data-remark]") && target.contains(document.activeElement)) target.querySelector("textarea")?.focus();
    };
    document.addEventListener("toggle", onToggle, true);
    return () => document.removeEventListener("toggle", onToggle, true);
  }, []);
  return null;
}
