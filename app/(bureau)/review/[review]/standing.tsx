import { getTranslations } from "next-intl/server";
import { ActForm, ConfirmButton, SubmitButton } from "@/app/_components/ui/act-form";
import { NoticeBar } from "@/app/_components/ui/notice-bar";
import { userIdOf, type Actor } from "@/lib/core/actor";
import { clock } from "@/lib/core/clock";
import { formatDateTime } from "@/lib/core/dates";
import { canClaim, canRelease, canUndoDecision, isUndoable, mustStandAside } from "@/lib/reviews/policy";
import { currentUndoMinutes, type Review } from "@/lib/reviews/queries";
import { claimAction, releaseAction, undoRefusalAction } from "../actions";
import { UndoDecision } from "../undo-decision";

type Props = {
  actor: Actor; review: Review; holder: string | null;
  /** No later review of the same record. */
  latest: boolean;
};

/** Who has the review, and what this reader can do about that. */
export async function Standing({ actor, review, holder, latest }: Props) {
  const t = await getTranslations("reviews.page");
  const tq = await getTranslations("reviews.queue.status");
  const release = canRelease(actor, review) ? <ActForm action={releaseAction} id="release" hidden={{ reviewId: review.id }} className="grid gap-2"><SubmitButton variant="text">{t("release")}</SubmitButton></ActForm> : null;
  if (mustStandAside(actor, review)) return <NoticeBar tone="warn">{t("standAside")}</NoticeBar>;
  if (review.status === "withdrawn") return <NoticeBar tone="warn">{t("withdrawn")}</NoticeBar>;
  if (review.status === "open") {
    const claim = canClaim(actor, review) ? <ActForm action={claimAction} id="claim" hidden={{ reviewIds: review.id }} className="grid gap-2"><SubmitButton>{t("claim")}</SubmitButton></ActForm> : null;
    return <NoticeBar actions={claim}>{t("unclaimed")}</NoticeBar>;
  }
  if (review.status === "claimed") {
    if (review.claimedBy === userIdOf(actor)) return <div className="flex flex-wrap items-center gap-4 text-dense text-ink-2"><span>{t("mine")}</span>{release}</div>;
    return <NoticeBar tone="warn" actions={release}>{t("otherHolds", { who: holder ?? "" })}</NoticeBar>;
  }
  if (review.status === "refused" && canClaim(actor, review) && (review.subjectKind === "achievement" || review.subjectKind === "need")) {
    const reconsider = <ActForm action={undoRefusalAction} hidden={{ reviewId: review.id, _kind: review.subjectKind }} className="grid gap-2"><ConfirmButton title={t("reconsiderTitle")} body={t("reconsiderBody")}>{t("reconsider")}</ConfirmButton></ActForm>;
    return <NoticeBar tone="bad" actions={reconsider}>{t("decided", { time: review.decidedAt ? formatDateTime(review.decidedAt) : "", status: tq(review.status) })}{holder ? `\u3000${t("by", { who: holder })}` : ""}</NoticeBar>;
  }
  const returned = review.status === "sent_back";
  const minutes = await currentUndoMinutes();
  const undo = canUndoDecision(actor, review) && isUndoable(review, clock.now(), minutes) && latest ? <UndoDecision review={review}>{t(returned ? "undoReturn" : "undo")}</UndoDecision> : null;
  return <NoticeBar tone="ok" actions={undo}>{t("decided", { time: review.decidedAt ? formatDateTime(review.decidedAt) : "", status: tq(review.status) })}{holder ? `\u3000${t("by", { who: holder })}` : ""}{undo ? `\u3000${t(returned ? "undoReturnNote" : "undoNote", { minutes })}` : ""}</NoticeBar>;
}
