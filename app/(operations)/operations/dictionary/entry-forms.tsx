import { getTranslations } from "next-intl/server";
import { ActForm, FormField, SubmitButton } from "@/app/_components/ui/act-form";
import { Details } from "@/app/_components/ui/details";
import { Dialog } from "@/app/_components/ui/dialog";
import { industries } from "@/lib/codes/taxonomy";
import type { Person } from "@/lib/core/actor";
import { canRestoreEntry, canRetireEntry } from "@/lib/dictionary/policy";
import type { EntryRow } from "@/lib/dictionary/queries";
import { entryKinds } from "@/lib/dictionary/states";
import { add, change, restore, retire } from "./actions";

const fields = industries.map((industry) => ({ label: industry.zh, options: industry.fields.map(({ code, zh }) => ({ value: code, label: zh })) }));

/** One form for the three kinds: a group, a word of the trade, a word that says nothing. */
export async function AddEntry({ open }: { open: boolean }) {
  const t = await getTranslations("dictionary");
  return (
    <Details className="panel" open={open}>
      <summary className="cursor-pointer text-h3">{t("form.add")}</summary>
      <ActForm action={add} clear className="mt-4 grid max-w-[44rem] gap-4">
        <FormField name="entryKind" type="radio" label={t("form.kind")} defaultValue="synonym" hint={entryKinds.map((kind) => <span key={kind} className="block">{t("kindLine", { kind: t(`kind.${kind}`), hint: t(`kindHint.${kind}`) })}</span>)} inline options={entryKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))} />
        <FormField name="members" type="textarea" rows={2} label={t("form.members")} hint={t("form.membersHint")} />
        <FormField name="fieldCode" type="select" label={t("form.field")} placeholder={t("form.anyField")} options={fields} />
        <FormField name="note" label={t("form.note")} width="full" />
        <div><SubmitButton>{t("form.save")}</SubmitButton></div>
      </ActForm>
    </Details>
  );
}

/** The form that the boxes of the list belong to; it cannot stand around the list, whose lines have forms of their own. */
export const chosenForm = "chosen-entries";

export async function ActOnChosen({ retired }: { retired: boolean }) {
  const t = await getTranslations("dictionary");
  return (
    <ActForm action={retired ? restore : retire} id={chosenForm} hidden={{ "_choice.entryIds": t("list.caption") }} className="grid gap-2">
      <div><SubmitButton variant="plain">{t(retired ? "form.restoreChosen" : "form.retireChosen")}</SubmitButton></div>
    </ActForm>
  );
}

export async function EntryActs({ actor, row }: { actor: Person; row: EntryRow }) {
  const t = await getTranslations("dictionary.form");
  if (canRestoreEntry(actor, row)) return <ActForm action={restore} hidden={{ entryIds: row.id }} className="inline-grid gap-2"><SubmitButton variant="plain">{t("restore")}</SubmitButton></ActForm>;
  if (!canRetireEntry(actor, row)) return null;
  return (
    <span className="flex flex-wrap gap-2">
      <Dialog open={t("edit")} title={t("editTitle", { words: row.members.join(" = ") })} cancel={t("cancel")} closeKey={row.changedAt?.getTime() ?? 0}>
        <ActForm action={change} hidden={{ entryId: row.id }} className="grid gap-4">
          <FormField name="members" type="textarea" rows={3} label={t("members")} hint={t("membersHint")} defaultValue={row.members.join("\n")} />
          {row.kind === "word" ? <FormField name="fieldCode" type="select" label={t("field")} placeholder={t("anyField")} options={fields} defaultValue={row.fieldCode ?? ""} /> : null}
          <FormField name="note" label={t("note")} width="full" defaultValue={row.note ?? ""} />
          <div><SubmitButton>{t("save")}</SubmitButton></div>
        </ActForm>
      </Dialog>
      <ActForm action={retire} hidden={{ entryIds: row.id }} className="inline-grid gap-2"><SubmitButton variant="plain">{t("retire")}</SubmitButton></ActForm>
    </span>
  );
}
