import { getTranslations } from "next-intl/server";
import { ActForm, SubmitButton } from "@/app/_components/ui/act-form";
import { Chip } from "@/app/_components/ui/chip";
import { Details } from "@/app/_components/ui/details";
import type { DeskPair } from "@/lib/introductions/pairs";
import { takeBack } from "./actions";

/** What of the day's list is done: folded to lines, because it is no call any more, but it can be taken back. */
export async function DonePairs({ pairs, back }: { pairs: DeskPair[]; back: string }) {
  const t = await getTranslations("desk");
  return (
    <Details>
      <summary className="text-accent">{t("doneToday", { count: pairs.length })}</summary>
      <ul className="panel ledger mt-2 text-dense">
        {pairs.map((pair) => (
          <li key={pair.needId + pair.achievementId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <span>{pair.need.title} {t("and")} {pair.achievement.title}</span>
            <span className="flex flex-wrap items-center gap-3">
              {pair.introduced ? <Chip tone="wait" icon="send" small>{t("introduced")}</Chip> : null}
              {pair.mark ? <Chip tone={pair.mark.kind === "contacted" ? "ok" : "mute"} small>{t(`tab.${pair.mark.kind}`)}</Chip> : null}
              {pair.mark ? <ActForm action={takeBack} hidden={{ markId: pair.mark.id, _back: back }} className="grid gap-2"><SubmitButton variant="text">{t("undo")}</SubmitButton></ActForm> : null}
            </span>
          </li>
        ))}
      </ul>
    </Details>
  );
}
