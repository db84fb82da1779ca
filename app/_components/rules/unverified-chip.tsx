import { useTranslations } from "next-intl";
import { Chip } from "@/app/_components/ui/chip";

/** A rule whose text nobody has compared with its source yet, and whatever was reckoned by it (look 5.8). */
export function UnverifiedChip() {
  return <Chip small tone="warn" icon="circle-question-mark">{useTranslations("codes.terms")("unverified")}</Chip>;
}
