"use client";

import { useEffect } from "react";

/**
 * A machine without any Chinese font would show empty pages. Ordinary visitors have one and load nothing: only where a
 * Chinese character is drawn exactly like one that no font has is the web font's style sheet fetched (look.md 2.2).
 */
export function FallbackFont() {
  useEffect(() => {
    if (drawn("\u56fd") === drawn("\u{10FFFD}")) void import("./fallback-font.css").catch(() => undefined); // without a network: the next page that is loaded whole tries again
  }, []);
  return null;
}

function drawn(character: string): string {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 24;
  const context = canvas.getContext("2d");
  if (!context) return character;
  context.font = `20px ${getComputedStyle(document.body).fontFamily}`;
  context.fillText(character, 0, 20);
  return canvas.toDataURL();
}
