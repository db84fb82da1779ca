import type { Theme, TypeSize } from "./preferences";

/** What each button says, and what it chooses. */
export type LookWords = { type: { to: TypeSize; label: string }; theme: { to: Theme; label: string } };

/** Larger type and dark, as plain forms: they work without script and come back to the same page. */
export function LookButtons({ words: { type, theme } }: { words: LookWords }) {
  return (
    <form action="/api/preferences" method="post" className="contents">
      <button name="type" value={type.to} className="look-button">{type.label}</button>
      <button name="theme" value={theme.to} className="look-button">{theme.label}</button>
    </form>
  );
}
