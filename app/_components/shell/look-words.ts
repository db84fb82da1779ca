import { getTranslations } from "next-intl/server";
import type { LookWords } from "./look-buttons";
import { readPreferences } from "./read-preferences";

/** The other look than the one this reader has now. */
export async function lookWords(): Promise<LookWords> {
  const t = await getTranslations("shell");
  const { theme, type } = await readPreferences();
  return {
    type: type === "large" ? { to: "normal", label: t("largeOff") } : { to: "large", label: t("largeOn") },
    theme: theme === "dark" ? { to: "light", label: t("light") } : { to: "dark", label: t("dark") },
  };
}
