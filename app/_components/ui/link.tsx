"use client";

import NextLink from "next/link";
import type { ComponentProps } from "react";
import { beginWaiting } from "./waiting";

/**
 * A link that asks for its page when it is followed. Every page here is drawn for who reads it, so what Next asks for ahead is only
 * where the link leads: two questions for each link in sight, on a desk six times the work of the page itself, and a page no sooner.
 */
export default function Link(props: Omit<ComponentProps<typeof NextLink>, "prefetch" | "onNavigate">) {
  return <NextLink {...props} prefetch={false} onNavigate={beginWaiting} />;
}
