import type { ComponentProps } from "react";

/**
 * The native disclosure. It works before any script has come; whoever opens it that early changes its `open`, and
 * React would take that for a page that differs from the server's. That one difference is meant.
 */
export function Details(props: ComponentProps<"details">) {
  // eslint-disable-next-line no-restricted-syntax -- the one place
  return <details suppressHydrationWarning {...props} />;
}
