"use client";

import { useSyncExternalStore } from "react";

function listen(changed: () => void): () => void {
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
}

/** Says that the network is gone, as long as it is, and that drafts are safe: the editor keeps them and tries again by itself. */
export function Offline({ sentence }: { sentence: string }) {
  const offline = useSyncExternalStore(listen, () => !navigator.onLine, () => false);
  return <div role="status" className="screen-only col-span-full">{offline ? <p className="border-b border-warn-line bg-warn-soft px-4 py-2 text-dense text-warn">{sentence}</p> : null}</div>;
}
