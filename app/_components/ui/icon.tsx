import { iconShapes } from "./icon-shapes";
import type { IconName } from "./icon-shapes";

export type { IconName };

/**
 * For server components only: imported by a client component it would ship every shape; those use `Glyph`.
 * @param label spoken name; without it the icon is hidden from assistive technology
 */
export function Icon({ name, label, className }: { name: IconName; label?: string; className?: string }) {
  return <svg viewBox="0 0 24 24" className={className ? `icon ${className}` : "icon"} {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })} dangerouslySetInnerHTML={{ __html: iconShapes[name] }} />;
}
