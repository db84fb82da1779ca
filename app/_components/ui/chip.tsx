import type { ReactNode } from "react";
import { Icon } from "./icon";
import type { IconName } from "./icon";

export type Tone = "mute" | "go" | "wait" | "ok" | "warn" | "bad" | "bad-solid" | "hold";

/** Eight border forms, so that the tones can be told apart in grey print (look.md 2.1). */
const forms: Record<Tone, string> = {
  mute: "border border-dashed border-mute-line bg-mute-soft text-mute",
  go: "border border-go-line bg-go-soft text-go",
  wait: "border border-wait-line text-wait",
  ok: "bg-ok-soft text-ok",
  warn: "border-l-4 border-warn-line bg-warn-soft text-warn",
  bad: "border-2 border-bad-line bg-bad-soft text-bad",
  "bad-solid": "bg-bad-solid font-semibold text-on-bad",
  hold: "border-3 border-double border-hold-line bg-hold-soft text-hold",
};

type ChipProps = { tone: Tone; icon?: IconName; small?: boolean; children: ReactNode };

/** A state in one word; never clickable, at most two per object. `small` in tables. */
export function Chip({ tone, icon, small, children }: ChipProps) {
  return (
    <span
      className={`inline-flex shrink-0 items-center gap-1 rounded-chip px-2 align-middle whitespace-nowrap print:border-0 print:px-0 print:before:content-['['] print:after:content-[']'] ${small ? "h-[1.375rem] text-note" : "h-[1.625rem] text-dense"} ${forms[tone]}`}
    >
      {icon ? <Icon name={icon} className="size-[1.1em] print:hidden" /> : null}
      {children}
    </span>
  );
}

export type Status = { word: ReactNode; tone: Tone; icon: IconName };

/** A state table's entry as a chip. */
export function StatusChip({ status, small }: { status: Status; small?: boolean }) {
  return (
    <Chip tone={status.tone} icon={status.icon} small={small}>
      {status.word}
    </Chip>
  );
}
