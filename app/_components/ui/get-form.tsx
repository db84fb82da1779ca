"use client";

import NextForm from "next/form";
import type { ComponentProps } from "react";
import { beginWaiting } from "./waiting";

/** A form whose fields become the address of a page; asks for it when it is sent, for the reason in `link.tsx`. */
export default function GetForm(props: Omit<ComponentProps<"form">, "action" | "method" | "encType" | "target"> & { action: string; replace?: boolean; scroll?: boolean }) {
  return <NextForm {...props} prefetch={false} onSubmit={(event) => { props.onSubmit?.(event); if (!event.defaultPrevented) beginWaiting(); }} />;
}
