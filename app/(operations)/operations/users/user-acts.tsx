"use client";

import { ActForm, ConfirmButton, FormField, SubmitButton } from "@/app/_components/ui/act-form";
import { grant } from "../operators/actions";
import { restore, suspend } from "./actions";

type Words = Record<"suspend" | "suspendBody" | "reason" | "restore" | "grant" | "grantBody", string>;
/** A title is there where the act is allowed. */
type Props = { userId: string; words: Words; suspendTitle: string | null; grantTitle: string | null; restore: boolean };

/** What an operator can do with an account. It runs in the browser, too, so that a list sends the words once and no markup twice. */
export function UserActs({ userId, words, suspendTitle, grantTitle, restore: restorable }: Props) {
  return (
    <span className="flex flex-wrap gap-x-3">
      {suspendTitle ? (
        <ActForm action={suspend} hidden={{ userId }} ids={userId.slice(-6)} className="grid gap-2">
          <ConfirmButton variant="text" title={suspendTitle} body={<><p>{words.suspendBody}</p><FormField name="reason" label={words.reason} required width="full" /></>}>{words.suspend}</ConfirmButton>
        </ActForm>
      ) : restorable ? (
        <ActForm action={restore} hidden={{ userId }} className="grid gap-2"><SubmitButton variant="text">{words.restore}</SubmitButton></ActForm>
      ) : null}
      {grantTitle ? (
        <ActForm action={grant} hidden={{ userId }} className="grid gap-2"><ConfirmButton variant="text" title={grantTitle} body={<p>{words.grantBody}</p>}>{words.grant}</ConfirmButton></ActForm>
      ) : null}
    </span>
  );
}
