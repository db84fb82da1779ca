import { getTranslations } from "next-intl/server";
import { attach, remove, restore } from "@/app/(workspace)/o/[org]/deals/actions";
import { FileSize } from "@/app/_components/listing/file-link";
import { ActForm, ConfirmButton, FormField, SubmitButton } from "@/app/_components/ui/act-form";
import { DataTable } from "@/app/_components/ui/data-table";
import { Details } from "@/app/_components/ui/details";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { formatDateTime } from "@/lib/core/dates";
import { canRemovePaper, canTalk, restorePaperDays } from "@/lib/deals/policy";
import { listDealFiles, listRestorableFiles } from "@/lib/deals/queries";
import { acceptedFiles } from "@/lib/files/rules";
import type { RoomProps } from "./deal-room";

export async function FilesTab({ view, actor, org }: RoomProps) {
  const t = await getTranslations("deals");
  const [files, removed] = await Promise.all([listDealFiles(actor, view.deal.id), listRestorableFiles(actor, view.deal.id)]);
  const writes = canTalk(actor, view.deal), mine = files.filter((file) => canRemovePaper(actor, view.deal, file)), days = restorePaperDays;
  const form = { ...(org ? { org } : {}) };
  return (
    <section className="grid gap-4">
      {writes ? (
        <ActForm action={attach} hidden={{ dealId: view.deal.id }} {...form} className="grid gap-3" clear>
          <FormField name="file" type="file" label={t("file.label")} hint={t("file.hint")} accept={acceptedFiles} />
          <div><SubmitButton variant="plain">{t("file.upload")}</SubmitButton></div>
        </ActForm>
      ) : null}
      <DataTable
        caption={t("file.caption")} rows={files} rowKey={(file) => file.id} empty={<EmptyState sentence={t("file.empty")} />}
        columns={[
          { key: "name", label: t("file.name"), cell: (file) => <a href={`/api/files/${file.id}`}>{file.name}</a> },
          { key: "size", label: t("file.size"), align: "figure", cell: (file) => <FileSize bytes={file.size} /> },
          { key: "by", label: t("file.by"), cell: (file) => file.uploadedBy ?? "" },
          { key: "at", label: t("file.at"), cell: (file) => formatDateTime(file.uploadedAt) },
          ...(mine.length > 0 ? [{ key: "act", label: t("file.act"), cell: (file: (typeof files)[number]) => mine.includes(file) ? (
            <ActForm action={remove} hidden={{ dealId: view.deal.id, fileId: file.id }} {...form} className="">
              <ConfirmButton variant="text" title={t("file.removeTitle", { name: file.name })} body={t("file.removeBody", { days })}>{t("file.remove")}</ConfirmButton>
            </ActForm>
          ) : null }] : []),
        ]}
      />
      {removed.length > 0 ? (
        <Details className="panel">
          <summary className="text-accent">{t("file.removed", { count: removed.length })}</summary>
          <p className="my-2 text-dense text-ink-2">{t("file.removedHint", { days })}</p>
          <ul className="grid gap-2">
            {removed.map((file) => (
              <li key={file.id} className="flex flex-wrap items-center gap-x-4 gap-y-1">
                <span className="min-w-0 break-words">{file.name}</span>
                {file.removedAt ? <span className="text-dense text-ink-3">{t("file.removedAt", { time: formatDateTime(file.removedAt) })}</span> : null}
                <ActForm action={restore} hidden={{ dealId: view.deal.id, fileId: file.id }} {...form} className=""><SubmitButton variant="text">{t("file.restore")}</SubmitButton></ActForm>
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
    </section>
  );
}
