import { ActForm, SubmitButton } from "@/app/_components/ui/act-form";
import { undoApprovalAction } from "./actions";

type Props = { review: { id: string; subjectKind: string }; children: string };

/** The button that takes an approval of the last minutes back. */
export function UndoApproval({ review, children }: Props) {
  return (
    <ActForm action={undoApprovalAction} hidden={{ reviewId: review.id, _kind: review.subjectKind }} className="grid gap-2">
      <SubmitButton variant="plain">{children}</SubmitButton>
    </ActForm>
  );
}
