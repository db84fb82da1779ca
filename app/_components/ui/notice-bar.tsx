import type { ReactNode } from "react";
import { Glyph } from "./glyph";
import type { GlyphName } from "./glyph";

export type NoticeTone = "info" | "ok" | "warn" | "bad" | "hold";

const looks: Record<NoticeTone, { box: string; glyph: GlyphName }> = {
  info: { box: "border-accent-line bg-accent-soft text-ink", glyph: "info" },
  ok: { box: "border-ok-line bg-ok-soft text-ok", glyph: "check" },
  warn: { box: "border-warn-line border-l-4 bg-warn-soft text-warn", glyph: "warn" },
  bad: { box: "border-bad border-2 bg-bad-soft text-bad", glyph: "bad" },
  hold: { box: "border-hold-line border-4 border-double bg-hold-soft text-hold", glyph: "hold" },
};

/** True for the whole page for a while; it cannot be closed while it is true. `alert` only for what just failed. */
export function NoticeBar({ tone = "info", children, actions, alert }: { tone?: NoticeTone; children: ReactNode; actions?: ReactNode; alert?: boolean }) {
  const look = looks[tone];
  return (
    <div role={alert ? "alert" : "status"} className={`flex flex-wrap items-start gap-x-3 gap-y-2 rounded-control border px-4 py-3 text-ui ${look.box}`}>
      <Glyph name={look.glyph} className="mt-[0.2em] size-[1.15em]" />
      <div className="min-w-[12em] flex-1">{children}</div>
      {actions ? <div className="flex flex-wrap gap-3">{actions}</div> : null}
    </div>
  );
}

/** One line that tells whether the text is safe. */
export function SaveState({ state, children }: { state: "saving" | "saved" | "failed"; children: ReactNode }) {
  return (
    <p role="status" className={`text-dense ${state === "failed" ? "font-semibold text-warn" : "text-ink-3"}`}>
      {children}
    </p>
  );
}
