import { getTranslations } from "next-intl/server";
import { Flash } from "@/app/_components/ui/flash";
import { readFlash } from "./flash";

/** Says once what has just been done. */
export async function FlashBar() {
  const sentence = await readFlash();
  if (!sentence) return null;
  const t = await getTranslations("ui");
  return <Flash key={sentence} message={sentence} close={t("close")} />;
}
