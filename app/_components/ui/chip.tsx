import type { ReactNode } from "react";
import { Icon } from "./icon";
import type { IconName } from "./icon";

export type Tone = "mute" | "go" | "wait" | "ok" | "warn" | "bad" | "bad-solid" | "hold";

type ChipProps = { tone: Tone; icon?: IconName; small?: boolean; children: ReactNode };

/** A state in one word; never clickable, at most two per object. `small` in tables. */
export function Chip({ tone, icon, small, children }: ChipProps) {
  return (
    <span className={`chip chip-${tone}${small ? " chip-small" : ""}`}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </span>
  );
}
