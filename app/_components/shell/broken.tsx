"use client";

import { useEffect, useRef, useState, type ComponentType, type ReactNode } from "react";
import { buttonClass } from "@/app/_components/ui/button-look";
// A catalog of its own, because an error page has no server to read words for it.
import words from "@/lib/messages/zh-CN/broken.json";

type Props = { error: Error & { digest?: string }; retry: () => void; /** The layout failed: nothing around it can be trusted. */ plain?: boolean };
type Frame = ComponentType<{ children: ReactNode }>;

/**
 * What is left when a page fails: the number of the error in the server's log, and the way on. Every page brings it along, so its header and footer
 * are fetched when they are needed, and where they do not come the message stands alone.
 */
export function Broken({ error, retry, plain }: Props) {
  const title = useRef<HTMLHeadingElement>(null);
  const [Around, setAround] = useState<Frame | null>(null);
  useEffect(() => {
    document.title = words.title;
    if (!plain) import("./broken-frame").then(({ BrokenFrame }) => setAround(() => BrokenFrame), () => undefined);
  }, [plain]);
  useEffect(() => title.current?.focus(), [Around]);
  const message = (
    <>
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
    </>
  );
  return Around ? <Around>{message}</Around> : <main className="measure grid max-w-3xl content-start gap-5 py-14">{message}</main>;
}
