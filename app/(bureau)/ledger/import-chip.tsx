import { useTranslations } from "next-intl";
import { Chip, type Tone } from "@/app/_components/ui/chip";
import type { IconName } from "@/app/_components/ui/icon";
import type { ImportStatus } from "@/lib/ledger/states";

const looks: Record<ImportStatus, { tone: Tone; icon: IconName }> = {
  checked: { tone: "warn", icon: "file-clock" }, importing: { tone: "go", icon: "loader" }, imported: { tone: "ok", icon: "circle-check" },
  undone: { tone: "mute", icon: "undo-2" }, discarded: { tone: "mute", icon: "circle-off" },
};

export function ImportChip({ status, small }: { status: ImportStatus; small?: boolean }) {
  const t = useTranslations("ledger.status");
  return <Chip {...looks[status]} small={small}>{t(status)}</Chip>;
}
