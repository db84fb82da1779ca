import { getTranslations } from "next-intl/server";
import { ConfirmButton, SubmitButton } from "@/app/_components/ui/form-buttons";
import { ActForm } from "@/app/_components/ui/form-core";
import type { FormState } from "@/app/_components/ui/form-state";
import { ReasonField } from "@/app/_components/ui/reason-field";
import type { ButtonVariant } from "@/app/_components/ui/button-look";
import type { ListingAct } from "@/lib/listings/policy";

export type FormAct = (state: FormState, form: FormData) => Promise<FormState>;

const asks: Partial<Record<ListingAct, "reason" | "optional" | "plain">> = { withdrawSubmission: "plain", discardRevision: "plain", discard: "plain", withdraw: "optional", close: "optional", suspend: "reason" };

/** One act on a record: at once where it can be undone, after a question where something follows from it. */
export async function ActButton({ act, action, org, listingId, variant = "plain" }: { act: ListingAct; action: FormAct; org?: string; listingId: string; variant?: ButtonVariant }) {
  const t = await getTranslations("listings.acts");
  const words = (part: "verb" | "title" | "body") => t(`${act}.${part}` as never);
  const ask = asks[act];
  return (
    <ActForm action={action} org={org} hidden={{ listingId }} className="grid gap-2">
      {ask ? (
        <ConfirmButton variant={act === "suspend" ? "danger" : variant} title={words("title")}
          body={<>{words("body")}{ask === "plain" ? null : <ReasonField label={t(ask === "reason" ? "reason" : "reasonOptional")} />}</>}>
          {words("verb")}
        </ConfirmButton>
      ) : <SubmitButton variant={variant}>{words("verb")}</SubmitButton>}
    </ActForm>
  );
}
