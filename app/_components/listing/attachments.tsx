import { getTranslations } from "next-intl/server";
import { ActForm, ConfirmButton, FormField, SubmitButton, type FormState } from "@/app/_components/ui/act-form";
import type { FileView } from "@/lib/files/queries";
import { acceptedFiles } from "@/lib/files/rules";
import { audiences } from "@/lib/listings/states";
import { FileLink } from "./file-link";
import { UnsentFile } from "./unsent-file";

type FormAct = (state: FormState, form: FormData) => Promise<FormState>;
export type FileActions = { attach: FormAct; remove: FormAct };

/** Attachments of the text in work: what there is, and one more. */
export async function Attachments({ org, listingId, files, actions }: { org: string; listingId: string; files: FileView[]; actions: FileActions }) {
  const t = await getTranslations("listings");
  return (
    <section id="files" aria-labelledby="files-title" className="panel grid gap-4">
      <h2 id="files-title" className="text-h2">{t("files.title")}</h2>
      {files.length === 0 ? <p className="text-dense text-ink-3">{t("files.none")}</p> : (
        <ul className="grid">
          {files.map((file) => (
            <li key={file.id} className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-2">
              <FileLink file={file} note={t(`audience.${file.audience}`)} />
              <ActForm action={actions.remove} org={org} hidden={{ listingId, fileId: file.id }} className="flex gap-3">
                <ConfirmButton variant="text" title={t("files.removeTitle", { name: file.name })} body={t("files.removeBody")}>{t("files.remove")}</ConfirmButton>
              </ActForm>
            </li>
          ))}
        </ul>
      )}
      <ActForm action={actions.attach} org={org} hidden={{ listingId }} clear>
        <FormField name="file" type="file" label={t("files.choose")} hint={t("files.hint")} accept={acceptedFiles} />
        <UnsentFile sentence={t("files.unsent")} />
        <FormField name="audience" type="radio" inline label={t("files.audience")} defaultValue="registered" options={audiences.map((value) => ({ value, label: t(`audience.${value}`) }))} />
        <div><SubmitButton variant="plain">{t("files.add")}</SubmitButton></div>
      </ActForm>
    </section>
  );
}
