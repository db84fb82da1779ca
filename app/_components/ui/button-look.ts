export type ButtonVariant = "primary" | "plain" | "text" | "danger";

/** One look for buttons and for links that look like buttons; it stands in globals.css, because a list has dozens of them. */
export function buttonClass(variant: ButtonVariant = "plain", extra = ""): string {
  return `button button-${variant}${extra ? ` ${extra}` : ""}`;
}
