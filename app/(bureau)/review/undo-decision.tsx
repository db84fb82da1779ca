import { ActForm, SubmitButton } from "@/app/_components/ui/act-form";
import type { Review } from "@/lib/reviews/queries";
import { undoDecisionAction } from "./actions";

type Props = { review: Pick<Review, "id" | "subjectKind" | "status">; children: string };

/** The button that takes an approval or a sending back of the last minutes back. */
export function UndoDecision({ review, children }: Props) {
  return (
    <ActForm action={undoDecisionAction} hidden={{ reviewId: review.id, _kind: review.subjectKind, _status: review.status }} className="grid gap-2">
      <SubmitButton variant="plain">{children}</SubmitButton>
    </ActForm>
  );
}
