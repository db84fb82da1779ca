import { useId, type ReactNode } from "react";

/**
 * What is secondary on a phone and stands open everywhere else, where its parts are parts of what is around it. A tick instead of a disclosure: where there is room, nothing
 * closed may stand in the way, and it works before any script has come.
 */
export function PhoneFold({ more, less, children }: { more: string; less: string; children: ReactNode }) {
  const id = useId();
  return (
    <div className="fold">
      <input type="checkbox" id={id} className="sr-only md:hidden" />
      <label htmlFor={id} className="screen-only">
        <span>{more}</span>
        <span>{less}</span>
      </label>
      <div>{children}</div>
    </div>
  );
}
