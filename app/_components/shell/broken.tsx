"use client";

import { useEffect, useRef } from "react";
import { buttonClass } from "@/app/_components/ui/button-look";
// A catalog of its own, because an error page has no server to read words for it.
import words from "@/lib/messages/zh-CN/broken.json";

/** What is left when a page fails: the number of the error in the server's log, and the way on. */
export function Broken({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
    document.title = words.title;
  }, []);
  return (
    <main className="measure grid max-w-3xl content-start gap-5 py-14">
      <h1 ref={title} tabIndex={-1} className="focus-visible:shadow-none focus-visible:outline-none">{words.title}</h1>
      <p className="text-lead text-ink-2">
        {words.body}
        {error.digest ? <span className="block text-dense">{words.code.replace("{code}", error.digest)}</span> : null}
      </p>
      <p className="flex flex-wrap gap-3">
        <button type="button" onClick={retry} className={buttonClass("primary")}>{words.retry}</button>
        {/* A full load: the router itself may be what failed. */}
        <a href="/" className={buttonClass("plain")}>{words.home}</a>
      </p>
    </main>
  );
}
