import { FlashToast } from "@/app/_components/ui/flash-toast";
import { readFlash } from "./flash";

/** Says once what has just been done; without script it goes away with the next page. */
export async function FlashBar() {
  const sentence = await readFlash();
  return sentence ? <FlashToast key={sentence} sentence={sentence} /> : null;
}
