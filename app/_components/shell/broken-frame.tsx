"use client";

import { useSyncExternalStore, type ReactNode } from "react";
import words from "@/lib/messages/zh-CN/broken-frame.json";
import { BareFrame } from "./bare-frame";
import type { LookWords } from "./look-buttons";

const name = [words.nameLine1, words.nameLine2] as const;
const footer = [{ label: words.terms, href: "/terms" }, { label: words.privacy, href: "/privacy" }];

/** Header and footer of a page that failed: there is no server to read words for them, nor who is signed in. */
export function BrokenFrame({ children }: { children: ReactNode }) {
  return <BareFrame words={{ name, home: words.home, tools: words.tools, look: useOtherLook(), account: { label: words.desk, href: "/me" } }} footer={footer}>{children}</BareFrame>;
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
