import { getTranslations } from "next-intl/server";

/** What the button of the palette says, and the palette itself; its code is loaded when somebody first asks for it. */
export async function paletteWords() {
  const t = await getTranslations("shell");
  return {
    label: t("findAnything"), shortcut: t("paletteShortcut"),
    words: {
      title: t("palette.title"), placeholder: t("palette.placeholder"), close: t("palette.close"),
      empty: t("palette.empty"), failed: t("palette.failed"), loading: t("palette.loading"), hint: t("palette.hint"),
    },
  };
}
