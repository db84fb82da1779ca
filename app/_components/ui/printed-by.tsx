"use client";

import { useEffect } from "react";

/** The browser's own, not that of `lib/core/dates`: a public record has 600 bytes of script left, and every page would carry it. */
const harbin = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai", dateStyle: "short", timeStyle: "short" });

/**
 * When and by whom, in the margin of every sheet, beside the numbers of the pages (look 3), and the address under which it is found again. The moment is known only when somebody prints, and what
 * stands in a margin comes out of a style sheet: so this needs script, and without it, or in a
 * browser that knows no such sheets (Safari before 16.4), a sheet has its bare numbers only.
 */
export function PrintedBy({ at, by, pages }: { at: string; by: string | null; /** With `{page}` and `{pages}`. */ pages: string }) {
  useEffect(() => {
    if (!("adoptedStyleSheets" in document)) return undefined;
    const sheet = new CSSStyleSheet();
    const write = () => {
      const words = `${at}${harbin.format(new Date())}${by === null ? "" : `\u3000${by}`}`;
      sheet.replaceSync(`@page { @top-right { content: "${location.host}${location.pathname}"; font-size: 8pt; white-space: nowrap; } @bottom-left { content: "${words.replace(/["\\\p{Cc}]/gu, " ")}"; font-size: 8pt; white-space: nowrap; } @bottom-right { content: "${pages.replace("{page}", '" counter(page) "').replace("{pages}", '" counter(pages) "')}"; } }`);
    };
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    window.addEventListener("beforeprint", write);
    return () => {
      window.removeEventListener("beforeprint", write);
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, [at, by, pages]);
  return null;
}
