import type { ReactNode } from "react";
import { Icon } from "./icon";
import type { IconName } from "./icon";

export type Turn = "mine" | "wait" | "hold" | "done" | "over" | "ended";

const looks: Record<Turn, { box: string; icon: IconName }> = {
  mine: { box: "border-2 border-accent bg-accent-soft", icon: "user-check" },
  wait: { box: "border border-wait-line bg-transparent", icon: "hourglass" },
  hold: { box: "border-4 border-double border-hold-line bg-hold-soft", icon: "megaphone" },
  done: { box: "bg-ok-soft", icon: "circle-check" },
  ended: { box: "border border-dashed border-mute-line bg-mute-soft", icon: "circle-off" },
  over: { box: "border-2 border-bad bg-bad-soft", icon: "alarm-clock" },
};

/** The one sentence of a record: who must do what, until when; with one primary button when it is mine. */
export function TurnPanel({ turn, sentence, clock, detail, children }: { turn: Turn; sentence: ReactNode; clock?: ReactNode; detail?: ReactNode; children?: ReactNode }) {
  const look = looks[turn];
  return (
    <section aria-live="polite" className={`grid gap-2 rounded-panel p-5 ${look.box}`}>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <h2 className="flex items-start gap-2 text-h3">
          <Icon name={look.icon} className="mt-[0.2em] size-[1.1em]" />
          <span>{sentence}</span>
        </h2>
        {clock}
      </div>
      {detail ? <div className="max-w-[40em] text-ui text-ink-2">{detail}</div> : null}
      {children ? <div className="mt-2 flex flex-wrap items-start gap-3">{children}</div> : null}
    </section>
  );
}
