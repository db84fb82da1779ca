"use client";

import { useEffect, useRef, useSyncExternalStore } from "react";
import { buttonClass } from "@/app/_components/ui/button-look";
// A catalog of its own, because an error page has no server to read words for it.
import words from "@/lib/messages/zh-CN/broken.json";
import { BareFrame } from "./bare-frame";
import type { LookWords } from "./look-buttons";

type Props = { error: Error & { digest?: string }; retry: () => void; /** The layout failed: nothing reads the chosen look. */ plain?: boolean };

const name = [words.nameLine1, words.nameLine2] as const;
const footer = [{ label: words.terms, href: "/terms" }, { label: words.privacy, href: "/privacy" }];

/** What is left when a page fails: the number of the error in the server's log, and the way on. */
export function Broken({ error, retry, plain }: Props) {
  const title = useRef<HTMLHeadingElement>(null);
  const look = useOtherLook();
  useEffect(() => {
    title.current?.focus();
    document.title = words.title;
  }, []);
  return (
    <BareFrame words={{ name, home: words.home, tools: words.tools, account: { label: words.desk, href: "/me" }, ...(plain ? {} : { look }) }} footer={footer}>
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
    </BareFrame>
  );
}

/** The other look than the page has now: it stands on the page itself, where the layout has written it. */
function useOtherLook(): LookWords {
  const type = useSyncExternalStore(never, () => document.documentElement.dataset.type, () => undefined);
  const theme = useSyncExternalStore(never, () => document.documentElement.dataset.theme, () => undefined);
  return {
    type: type === "large" ? { to: "normal", label: words.largeOff } : { to: "large", label: words.largeOn },
    theme: theme === "dark" ? { to: "light", label: words.light } : { to: "dark", label: words.dark },
  };
}

const never = () => () => undefined;
