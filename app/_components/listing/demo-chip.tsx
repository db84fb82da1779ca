import { useTranslations } from "next-intl";
import { Chip } from "@/app/_components/ui/chip";

/** The mark of the demo world, wherever a record of it is named: nobody takes its figures for real ones. */
export function DemoChip({ demo, small }: { demo: boolean | undefined; small?: boolean }) {
  const t = useTranslations("listings.public");
  return demo ? <Chip tone="mute" icon="flask-conical" small={small}>{t("demo")}</Chip> : null;
}
