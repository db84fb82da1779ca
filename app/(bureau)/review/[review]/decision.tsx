import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ActForm, ConfirmButton, FormField, SubmitButton } from "@/app/_components/ui/act-form";
import { userIdOf, type Actor } from "@/lib/core/actor";
import type { ListingKind } from "@/lib/listings/states";
import { canDecide } from "@/lib/reviews/policy";
import type { Review } from "@/lib/reviews/queries";
import { decideAction } from "../actions";
import { DecisionAnswer } from "./decision-answer";
import { RemarkCopy } from "./remark-copy";

type Props = {
  actor: Actor; review: Review; kind: ListingKind;
  /** Which fields have a box depends on it. */
  view: string;
  children: ReactNode;
};

/** The fields with their remark boxes and, for the one who claimed the review, the bar with the three decisions. */
export async function Decision({ actor, review, kind, view, children }: Props) {
  const t = await getTranslations("reviews.page");
  if (!canDecide(actor, review)) return <div className="min-w-0">{children}</div>;
  return (
    <ActForm action={decideAction} hidden={{ reviewId: review.id, _kind: kind }} id="decision" className="grid min-w-0 content-start gap-4 [&>[role=alert]]:hidden">
      <RemarkCopy key={view} person={userIdOf(actor) ?? ""} review={review.id} words={t.raw("putBack") as string} />
      {children}
      <div data-bottom-bar="" className="screen-only sticky bottom-0 z-10 max-md:bottom-14 -mx-1 flex flex-wrap items-center gap-3 border-t border-line bg-paper px-1 py-3">
        <SubmitButton name="_decision" value="approve">{t("approve")}</SubmitButton>
        <SubmitButton variant="plain" name="_decision" value="sendBack">{t("sendBack")}</SubmitButton>
        <span className="ml-3"><ConfirmButton variant="danger" name="_decision" value="refuse" title={t("refuseTitle", { title: review.title })} body={<>{t("refuseBody")}<FormField name="reason" type="textarea" rows={3} label={t("refuseReason")} /></>}>{t("refuse")}</ConfirmButton></span>
        <span className="text-note text-ink-3">{t("trace")}</span>
        <DecisionAnswer />
      </div>
    </ActForm>
  );
}
