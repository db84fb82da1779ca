"use server";

import { redirect } from "next/navigation";
import { saveAndGo, type EditorAnswer } from "@/app/_components/listing/save-and-go";
import { fileInput, ownPath } from "@/app/_components/listing/form-paths";
import { action, type FormState } from "@/app/_server/action";
import { answerRemark } from "@/lib/needs/answer-remark";
import { attachFile } from "@/lib/needs/attach-file";
import { discard } from "@/lib/needs/discard";
import { discardRevision } from "@/lib/needs/discard-revision";
import { draft } from "@/lib/needs/draft";
import { edit } from "@/lib/needs/edit";
import { recover } from "@/lib/needs/recover";
import { relist } from "@/lib/needs/relist";
import { removeFile } from "@/lib/needs/remove-file";
import { revise } from "@/lib/needs/revise";
import { submit } from "@/lib/needs/submit";
import { withdraw } from "@/lib/needs/withdraw";
import { withdrawSubmission } from "@/lib/needs/withdraw-submission";
import { close } from "@/lib/needs/close";
import { reopen } from "@/lib/needs/reopen";

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
