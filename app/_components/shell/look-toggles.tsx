import { getTranslations } from "next-intl/server";
import { readPreferences } from "./read-preferences";

/** Larger type and dark, as plain forms: they work without script and come back to the same page. */
export async function LookToggles({ className = "" }: { className?: string }) {
  const t = await getTranslations("shell");
  const { theme, type } = await readPreferences();
  const button = "inline-flex min-h-(--target) items-center md:min-h-8 px-2 text-dense whitespace-nowrap text-ink-2 hover:text-ink hover:underline underline-offset-4";
  return (
    <form action="/api/preferences" method="post" className={`contents ${className}`}>
      <button name="type" value={type === "large" ? "normal" : "large"} className={button}>
        {type === "large" ? t("largeOff") : t("largeOn")}
      </button>
      <button name="theme" value={theme === "dark" ? "light" : "dark"} className={button}>
        {theme === "dark" ? t("light") : t("dark")}
      </button>
    </form>
  );
}
