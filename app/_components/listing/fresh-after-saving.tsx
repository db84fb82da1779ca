"use client";

import { useEffect, useState, type ReactNode } from "react";

/**
 * Brings what stands beside the editor up to date as soon as the text is saved. Only that is asked for, never the page:
 * a session that has ended in the meantime would lead the page to the sign-in, and away from what is being typed.
 */
export function FreshAfterSaving({ read, children }: { read: () => Promise<ReactNode>; children: ReactNode }) {
  const [fresh, setFresh] = useState<{ content: ReactNode; instead: ReactNode } | null>(null);
  useEffect(() => {
    const refresh = () => void read().then(
      (content) => { if (content) setFresh({ content, instead: children }); },
      // Without a connection or a session the old advice stays; the editor itself says what is wrong.
      () => undefined,
    );
    window.addEventListener("draft-saved", refresh);
    return () => window.removeEventListener("draft-saved", refresh);
  }, [read, children]);
  // What the page itself brought later is newer.
  return fresh && fresh.instead === children ? fresh.content : children;
}
