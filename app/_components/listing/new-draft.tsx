import { getTranslations } from "next-intl/server";
import { ActForm, FormField, SubmitButton, type FormState } from "@/app/_components/ui/act-form";
import type { ListingKind } from "@/lib/listings/states";

type Props = { kind: ListingKind; org: string; action: (state: FormState, form: FormData) => Promise<FormState> };

/** The first step: a title, and the draft exists. */
export async function NewDraft({ kind, org, action }: Props) {
  const t = await getTranslations("listings.new");
  return (
    <div className="grid max-w-[44rem] gap-5">
      <h1 className="text-h1">{t(`title.${kind}`)}</h1>
      <p className="text-ui text-ink-2">{t("note")}</p>
      <ActForm action={action} org={org}>
        <FormField name="title" label={t(`name.${kind}`)} hint={t(`hint.${kind}`)} limit={40} required />
        <div><SubmitButton>{t("begin")}</SubmitButton></div>
      </ActForm>
    </div>
  );
}
