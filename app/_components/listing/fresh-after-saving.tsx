"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** A little longer than the editor waits before it saves: what is shown beside it is about what was saved. */
const settledMs = 4_500;

/** Brings what stands beside the editor up to date once typing has stopped and the text is saved. */
export function FreshAfterSaving() {
  const router = useRouter();
  useEffect(() => {
    let timer = 0;
    const typed = (event: Event) => {
      if (!(event.target as Element).closest("#editor")) return;
      clearTimeout(timer);
      timer = window.setTimeout(() => router.refresh(), settledMs);
    };
    document.addEventListener("input", typed);
    document.addEventListener("change", typed);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("input", typed);
      document.removeEventListener("change", typed);
    };
  }, [router]);
  return null;
}
