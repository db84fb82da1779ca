import { getTranslations } from "next-intl/server";
import { Chip } from "@/app/_components/ui/chip";
import type { DeadlinePieces } from "@/lib/core/dates";

/** How long a review may still take: a light and a word, in working days. */
export async function WaitingChip({ waiting, small = true }: { waiting: DeadlinePieces; small?: boolean }) {
  const t = await getTranslations("ui.deadline");
  if (waiting.state === "over") return <Chip tone="bad-solid" icon="alarm-clock" small={small}>{t("over", { days: waiting.days })}</Chip>;
  if (waiting.state === "today") return <Chip tone="warn" icon="clock-exclamation-point" small={small}>{t("today")}</Chip>;
  return <Chip tone="wait" icon="clock" small={small}>{t("leftWorking", { days: waiting.days })}</Chip>;
}
