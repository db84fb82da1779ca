/** Names and values of the two look cookies; the only place that knows them. */
export const themeCookie = "theme";
export const typeCookie = "type";

export type Theme = "light" | "dark" | "system";
export type TypeSize = "normal" | "large";
export type Preferences = { theme: Theme; type: TypeSize };

/** Anything unknown is the ordinary look: an old or forged cookie must not break a page. */
export function parsePreferences(theme: string | undefined, type: string | undefined): Preferences {
  return {
    theme: theme === "dark" || theme === "system" ? theme : "light",
    type: type === "large" ? "large" : "normal",
  };
}
