import type { ReactNode } from "react";
import { buttonClass } from "./button-look";
import type { ButtonVariant } from "./button-look";
import { Details } from "./details";
import { Glyph } from "./glyph";

type Props = {
  label: ReactNode;
  /** Spoken name when the label is only a sign. */
  spoken?: string;
  /** `MenuItem`s: links or forms with one button. */
  children: ReactNode;
  variant?: ButtonVariant;
  align?: "start" | "end";
  className?: string;
};

/** Secondary acts, from the third on. A native disclosure: works without script; `Manners` in the shells adds Esc and pressing outside. */
export function Menu({ label, spoken, children, variant = "plain", align = "end", className = "" }: Props) {
  return (
    <Details data-menu className={`relative inline-block ${className}`}>
      <summary aria-label={spoken} className={buttonClass(variant, "list-none [&::-webkit-details-marker]:hidden")}>
        {label}
        <Glyph name="open" className="size-[1em]" />
      </summary>
      <ul className={`absolute z-30 mt-1 min-w-48 rounded-panel border border-line bg-surface py-1 shadow-raised ${align === "end" ? "right-0" : "left-0"}`}>{children}</ul>
    </Details>
  );
}

export const menuItemClass = "flex min-h-(--target) w-full items-center gap-2 px-4 text-left text-ui whitespace-nowrap text-ink hover:bg-sunken hover:no-underline hover:text-ink";

/** One line; put a link or a form's button with `menuItemClass` inside. */
export function MenuItem({ children, parted }: { children: ReactNode; parted?: boolean }) {
  return <li className={parted ? "mt-1 border-t border-line pt-1" : ""}>{children}</li>;
}
