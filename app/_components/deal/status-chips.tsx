import { useTranslations } from "next-intl";
import { Chip, type Tone } from "@/app/_components/ui/chip";
import type { IconName } from "@/app/_components/ui/icon";
import type { RegistrationStatus } from "@/lib/contracts/registrations/states";
import type { ContractStatus } from "@/lib/contracts/states";
import { isTurnOf, type Turn } from "@/lib/deals/rules";
import type { DealSide, DealStage, DealStatus } from "@/lib/deals/states";
import type { InterestStatus } from "@/lib/interests/states";

type Look = { tone: Tone; icon: IconName };

const interestLooks: Record<InterestStatus, Look> = {
  sent: { tone: "wait", icon: "send" }, accepted: { tone: "ok", icon: "handshake" }, declined: { tone: "mute", icon: "circle-off" },
  withdrawn: { tone: "mute", icon: "undo-2" }, expired: { tone: "mute", icon: "calendar-x" },
};

export function InterestChip({ status }: { status: InterestStatus }) {
  const t = useTranslations("interests.status");
  return <Chip {...interestLooks[status]}>{t(status)}</Chip>;
}

const stageIcons: Record<DealStage, IconName> = { negotiation: "users-round", terms: "scale", signing: "signature", signed: "stamp" };

export function DealChip({ stage, status, small }: { stage: DealStage; status: DealStatus; small?: boolean }) {
  const t = useTranslations("deals");
  if (status === "ended") return <Chip tone="mute" icon="circle-off" small={small}>{t("status.ended")}</Chip>;
  if (status === "completed") return <Chip tone="ok" icon="circle-check" small={small}>{t("status.completed")}</Chip>;
  return <Chip tone="go" icon={stageIcons[stage]} small={small}>{t(`stage.${stage}`)}</Chip>;
}

/** Whose move it is, seen by one side. */
export function TurnChip({ turn, side, small }: { turn: Turn; side: DealSide | null; small?: boolean }) {
  const t = useTranslations("deals.turnChip");
  if (turn.who === "nobody") return null;
  if (turn.who === "bureau") return <Chip tone="wait" icon="landmark" small={small}>{t("bureau")}</Chip>;
  return isTurnOf(turn, side) ? <Chip tone="warn" icon="user-check" small={small}>{t("mine")}</Chip> : <Chip tone="wait" icon="hourglass" small={small}>{t("wait")}</Chip>;
}

/** Nobody has touched it for long, whosever turn it is. */
export function StaleChip({ days }: { days: number }) {
  return <Chip tone="bad" icon="clock-exclamation-point" small>{useTranslations("deals.turnChip")("stale", { days })}</Chip>;
}

/** A broker is asked to join: whose turn it is between the sides is not theirs to know yet. */
export function InvitedChip() {
  return <Chip tone="warn" icon="user-check" small>{useTranslations("deals.turnChip")("invited")}</Chip>;
}

const registrationLooks: Record<RegistrationStatus, Look> = {
  draft: { tone: "mute", icon: "pencil-line" }, submitted: { tone: "wait", icon: "send" }, accepted: { tone: "go", icon: "file-clock" }, correction: { tone: "warn", icon: "undo-2" },
  expert_review: { tone: "wait", icon: "users-round" }, registered: { tone: "ok", icon: "badge-check" }, refused: { tone: "bad", icon: "ban" }, changed: { tone: "ok", icon: "file-check" },
  cancelled: { tone: "mute", icon: "file-minus" }, undone: { tone: "mute", icon: "undo-2" },
};

export function RegistrationChip({ status, small }: { status: RegistrationStatus; small?: boolean }) {
  const t = useTranslations("contracts.status");
  return <Chip {...registrationLooks[status]} small={small}>{t(status)}</Chip>;
}

const contractLooks: Record<ContractStatus, Look> = {
  signed: { tone: "ok", icon: "signature" }, fulfilled: { tone: "ok", icon: "circle-check" }, terminated: { tone: "mute", icon: "circle-off" }, undone: { tone: "mute", icon: "undo-2" },
};

export function ContractChip({ status, small }: { status: ContractStatus; small?: boolean }) {
  const t = useTranslations("contracts.state");
  return <Chip {...contractLooks[status]} small={small}>{t(status)}</Chip>;
}
