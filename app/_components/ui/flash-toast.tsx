"use client";

import { useEffect, useState } from "react";

/** One sentence at the bottom left, for eight seconds; stays while it is pointed at. */
export function FlashToast({ sentence }: { sentence: string }) {
  const [shown, setShown] = useState(true);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    document.cookie = "flash=; path=/; max-age=0; samesite=lax";
  }, [sentence]);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => setShown(false), 8_000);
    return () => clearTimeout(timer);
  }, [held, sentence]);
  if (!shown) return null;
  return (
    <p role="status" onMouseEnter={() => setHeld(true)} onMouseLeave={() => setHeld(false)}
      className="fixed bottom-20 left-4 z-50 max-w-[24rem] rounded-box border border-line-strong bg-surface px-4 py-3 text-ui text-ink shadow-lg md:bottom-6 print:hidden">
      {sentence}
    </p>
  );
}
