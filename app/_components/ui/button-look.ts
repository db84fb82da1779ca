export type ButtonVariant = "primary" | "plain" | "text" | "danger";

const base =
  "flip inline-flex items-center justify-center gap-2 rounded-control text-ui whitespace-nowrap no-underline select-none aria-disabled:cursor-not-allowed";

const looks: Record<ButtonVariant, string> = {
  primary:
    "min-h-(--h-main) px-5 font-semibold bg-accent text-on-accent hover:bg-accent-hover hover:text-on-accent hover:no-underline active:bg-accent-press aria-disabled:bg-sunken aria-disabled:text-ink-2 aria-disabled:outline aria-disabled:outline-dashed aria-disabled:outline-line-strong",
  plain:
    "min-h-(--h-control) px-4 border border-line-strong bg-surface text-ink hover:bg-sunken hover:text-ink hover:no-underline active:bg-accent-soft aria-disabled:border-dashed aria-disabled:text-ink-2",
  text: "min-h-(--target) px-2 -mx-2 text-accent hover:bg-accent-soft hover:no-underline aria-disabled:text-ink-2",
  danger:
    "min-h-(--h-control) px-4 font-semibold bg-bad-solid text-on-bad hover:opacity-90 hover:text-on-bad hover:no-underline aria-disabled:bg-sunken aria-disabled:text-ink-2",
};

/** One look for buttons and for links that look like buttons. */
export function buttonClass(variant: ButtonVariant = "plain", extra = ""): string {
  return `${base} ${looks[variant]} ${extra}`;
}
