"use server";

import { redirect } from "next/navigation";
import { saveAndGo, type EditorAnswer } from "@/app/_components/listing/save-and-go";
import { fileInput, ownPath } from "@/app/_components/listing/form-paths";
import { action, type FormState } from "@/app/_server/action";
import { answerRemark, attachFile, close, discard, discardRevision, recover, relist, removeFile, reopen, revise, withdraw, withdrawSubmission } from "@/lib/needs/acts";
import { draft } from "@/lib/needs/draft";
import { edit } from "@/lib/needs/edit";
import { submit } from "@/lib/needs/submit";

const toDesk = ({ id }: { id: string }, form: FormData) => ownPath(form, "need", id);
const toEditor = ({ id }: { id: string }, form: FormData) => ownPath(form, "need", id, "edit");

export const draftAction = action(draft, { then: toEditor });
export const submitAction = action(submit, { then: ({ id }, form) => ownPath(form, "need", id, "submitted") });
export const withdrawSubmissionAction = action(withdrawSubmission, { flash: "submissionWithdrawn", then: toDesk });
export const reviseAction = action(revise, { flash: "revisionStarted", then: toEditor });
export const discardRevisionAction = action(discardRevision, { flash: "revisionDiscarded", then: toDesk });
export const withdrawAction = action(withdraw, { flash: "listingWithdrawn", then: toDesk });
export const discardAction = action(discard, { flash: "draftDiscarded", then: toDesk });
export const recoverAction = action(recover, { flash: "draftRecovered", then: toDesk });
export const relistAction = action(relist, { flash: "listingRelisted", then: toDesk });
export const removeFileAction = action(removeFile, { flash: "fileRemoved" });
export const closeAction = action(close, { flash: "needClosed", then: toDesk });
export const reopenAction = action(reopen, { flash: "needReopened", then: toDesk });

export async function attachFileAction(state: FormState, form: FormData): Promise<FormState> {
  const input = await fileInput(form);
  return action(attachFile, { input: () => input, flash: "fileAttached" })(state, form);
}

/** The editor's own form: saves, answers a remark if its button was pressed, and goes where the button leads. */
export async function saveAction(_state: EditorAnswer, form: FormData): Promise<EditorAnswer> {
  const done = await saveAndGo("need", { edit, answerRemark }, form);
  if (typeof done === "string") redirect(done);
  return done;
}
