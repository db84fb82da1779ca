import { getTranslations } from "next-intl/server";
import { Flash } from "@/app/_components/ui/flash";
import { newId } from "@/lib/core/id";
import { readFlash } from "./flash";

/** Says once what has just been done; the same thing done again is another message. */
export async function FlashBar() {
  const sentence = await readFlash();
  if (!sentence) return null;
  const t = await getTranslations("ui");
  return <Flash key={newId()} message={sentence} close={t("close")} />;
}
