import { getTranslations } from "next-intl/server";
import { Chip, type Tone } from "@/app/_components/ui/chip";
import type { IconName } from "@/app/_components/ui/icon";
import type { VerificationStatus } from "@/lib/organisations/states";

const looks: Record<VerificationStatus, { tone: Tone; icon: IconName }> = {
  unverified: { tone: "wait", icon: "shield" },
  pending: { tone: "go", icon: "user-search" },
  verified: { tone: "ok", icon: "shield-check" },
  sent_back: { tone: "warn", icon: "undo-2" },
};

export async function VerificationChip({ status, small }: { status: VerificationStatus; small?: boolean }) {
  const t = await getTranslations("organisations.verification");
  return <Chip tone={looks[status].tone} icon={looks[status].icon} small={small}>{t(status)}</Chip>;
}
