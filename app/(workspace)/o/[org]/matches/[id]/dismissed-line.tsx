import Link from "@/app/_components/ui/link";
import { getTranslations } from "next-intl/server";
import { ActForm, SubmitButton } from "@/app/_components/ui/act-form";
import type { MatchView } from "@/lib/matching/queries";
import { undoMatchDismissal } from "../actions";

type Props = { match: MatchView; org: string; mayAct: boolean; /** Where it stood: the way back is the first thing that can be reached in it. */ inPlace?: boolean };

/** A match that was put aside, why, and the way back. */
export async function DismissedLine({ match, org, mayAct, inPlace }: Props) {
  const t = await getTranslations("matches");
  const { other } = match;
  return (
    <div data-undo="" className="flex flex-wrap items-center justify-between gap-3">
      <span className="flex flex-wrap items-baseline gap-x-3">{inPlace ? <span>{other.title}</span> : <Link href={`/${other.kind}s/${other.id}`}>{other.title}</Link>}<span className="text-dense text-ink-3">{t("dismissed", { reason: t(`reason.${match.dismissed?.reason ?? "other"}` as never) })}</span></span>
      {mayAct ? (
        <ActForm action={undoMatchDismissal} org={org} hidden={{ needId: match.needId, achievementId: match.achievementId }} className="">
          <SubmitButton variant="plain">{t("undo")}</SubmitButton>
        </ActForm>
      ) : null}
    </div>
  );
}
