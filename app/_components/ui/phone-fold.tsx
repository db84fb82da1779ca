import { useId, type ReactNode } from "react";

/**
 * What is secondary on a phone and stands open everywhere else, where its parts are parts of what is around it. A tick instead of a disclosure: where there is room, nothing
 * closed may stand in the way, and it works before any script has come.
 */
export function PhoneFold({ more, less, children }: { more: string; less: string; children: ReactNode }) {
  const id = useId();
  return (
    <div className="group/fold grid gap-2 md:contents">
      <input type="checkbox" id={id} className="peer sr-only md:hidden" />
      <label htmlFor={id} className="screen-only fold-switch">
        <span className="group-has-checked/fold:hidden">{more}</span>
        <span className="hidden group-has-checked/fold:inline">{less}</span>
      </label>
      <div className="grid gap-2 max-md:peer-not-checked:hidden max-md:print:grid! md:contents">{children}</div>
    </div>
  );
}
