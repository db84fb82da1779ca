import { getTranslations } from "next-intl/server";
import { ActForm, FormField, SubmitButton, type FormState } from "@/app/_components/ui/act-form";
import { LinkButton } from "@/app/_components/ui/button";
import { NoticeBar } from "@/app/_components/ui/notice-bar";
import type { ListingKind } from "@/lib/listings/states";
import { listPath } from "./paths";

type Props = { kind: ListingKind; org: string; action: (state: FormState, form: FormData) => Promise<FormState>; mayWrite: boolean };

/** The first step: a title, and the draft exists. Who may only look, and was sent this address, is told so. */
export async function NewDraft({ kind, org, action, mayWrite }: Props) {
  const [t, list] = [await getTranslations("listings.new"), await getTranslations("listings.list")];
  if (!mayWrite) {
    return (
      <div className="grid max-w-[44rem] gap-5">
        <h1 className="text-h1">{t(`title.${kind}`)}</h1>
        <NoticeBar tone="info" actions={<LinkButton href={listPath(org, kind)}>{list(`title.${kind}`)}</LinkButton>}>{list("readOnly")}</NoticeBar>
      </div>
    );
  }
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
