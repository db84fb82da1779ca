import { getTranslations } from "next-intl/server";
import { PaletteButton } from "./palette-button";

/** The palette with its words; its code is loaded when somebody first asks for it. `key` shows only the shortcut. */
export async function Palette({ look = "box" }: { look?: "box" | "key" }) {
  const t = await getTranslations("shell");
  const words = {
    title: t("palette.title"), placeholder: t("palette.placeholder"), close: t("palette.close"),
    empty: t("palette.empty"), failed: t("palette.failed"), loading: t("palette.loading"), hint: t("palette.hint"),
  };
  return <PaletteButton label={t("findAnything")} shortcut={t("paletteShortcut")} words={words} look={look} />;
}
